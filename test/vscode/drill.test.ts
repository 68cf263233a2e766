import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Drill } from '../../src/drill/drill.ts';
import { makeDrill } from '../../src/drill/make-drill.ts';
import { parseRecipe, recipeText } from '../../src/drill/recipe-text.ts';
import type { BeliefId } from '../../src/explain/beliefs.ts';
import { createDrillSession } from '../../src/features/drill/drill-session.ts';
import { createQuizSession } from '../../src/features/quiz/quiz-session.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createDrillService } from '../../src/features/services/drill-service.lazy.ts';
import type { DisposableDrillService, DrillWish } from '../../src/features/services/drills.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createRunnerService } from '../../src/features/services/runner-service.ts';
import type { Services } from '../../src/features/services/services.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import { formatLine } from '../../src/study/event-line.ts';
import { createWork } from '../../src/features/threads/work.ts';
import { memento } from './memento.ts';
import { createStudyWorld } from './study-world.ts';

const never = new AbortController().signal;
const held: BeliefId = 'returning-a-promise-is-free';

describe('The drill', () => {
  let services: Services;
  let drills: DisposableDrillService;
  let warnings: string[];
  /** The codes that ran without being recorded, in turn: those that may be shown. */
  let ran: string[];
  /** Which of them print something else than they did, by their place. */
  let differs: (at: number) => boolean;
  /** What was asked for. */
  let wishes: DrillWish[];
  const open: { dispose(): unknown }[] = [];

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    const world = createStudyWorld();
    const work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
    const real = createRunnerService(extensionUri, world.log, work);
    const bank = createBankService(extensionUri);
    bank.setPacks([]);
    const progress = world.window();
    const material = createMaterialService(extensionUri, world.log);
    const study = createStudy(bank, progress, material);
    [warnings, ran, wishes, differs] = [[], [], [], () => false];
    const log: vscode.LogOutputChannel = new Proxy(world.log, {
      get: (target, name) =>
        name === 'warn'
          ? (text: string) => warnings.push(text)
          : (Reflect.get(target, name) as unknown),
    });
    const runner: Services['runner'] = {
      ...real,
      async run(request, options) {
        const result = await real.run(request, options);
        if (request.trace !== false) return result;
        ran.push(request.code);
        return differs(ran.length - 1) ? { ...result, lines: result.lines.toReversed() } : result;
      },
    };
    const context = { extensionUri, extension, workspaceState: memento() };
    const own = { context, log, bank, material, progress, study, runner, work };
    services = own as unknown as Services;
    drills = createDrillService(services);
    const counted: DisposableDrillService = {
      ...drills,
      next(wish, signal) {
        wishes.push(wish);
        return drills.next(wish, signal);
      },
    };
    services = { ...services, drills: { load: () => Promise.resolve(counted) } };
    open.push(drills, real, work, world);
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.dispose();
  });

  const begin = async (start: Parameters<typeof createDrillSession>[1]) => {
    const session = await createDrillSession(services, start, undefined, () => Promise.resolve());
    open.unshift(session);
    await session.contents();
    return session;
  };
  const programOf = ({ stored }: Awaited<ReturnType<typeof begin>>): Drill => {
    const recipe = parseRecipe(stored.program ?? '');
    const drill = recipe && makeDrill(recipe);
    assert.ok(drill);
    return drill;
  };
  const events = async (...kinds: readonly string[]) => {
    const found: string[] = [];
    await services.progress.readLog(({ kind, card }) => {
      if (kinds.includes(kind)) found.push(`${kind} ${card}`);
    });
    return found;
  };

  it('never shows a program whose run prints something else, and counts it in the log', async () => {
    differs = (at) => at === 0;
    const drill = await drills.next({ level: 2, quick: true }, never);
    assert.equal(ran.length, 2);
    assert.notEqual(drill.code, ran[0]);
    assert.equal(drill.code, ran[1]);
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0] ?? '',
      /is dropped, since its run on Node\.js [\d.]+ printed something else than expected: 1 of 1 in this session/,
    );
    differs = (at) => at === 2;
    await drills.next({ level: 2, quick: true }, never);
    assert.match(warnings[1] ?? '', /: 2 of 3 in this session/);
  });

  it('says what happened after four programs in a row that it may not show', async () => {
    differs = () => true;
    await assert.rejects(drills.next({ level: 1, quick: true }, never), {
      name: 'NoDrillError',
      message:
        /^No program is ready: runs on your Node\.js didn't finish, or .*See the log for details\.$/,
    });
    assert.equal(ran.length, 4);
    const session = await begin({ level: 1 });
    const { html } = await session.contents();
    assert.match(html, /data-stage="trouble"[^]*No program is ready/);
    for (const code of ran) assert.ok(!html.includes(code));
  });

  it('prepares the next program while the answer of this one is read, and takes that one', async () => {
    const session = await begin({ level: 2 });
    assert.equal(wishes.length, 1);
    await session.perform({ kind: 'giveUp' });
    await session.contents();
    assert.equal(wishes.length, 2);
    await session.perform({ kind: 'next' });
    await session.contents();
    assert.equal(wishes.length, 2);
    assert.equal(programOf(session).code, ran[1]);
    // What was prepared for another level is of no use.
    await session.perform({ kind: 'giveUp' });
    await session.perform({ kind: 'level', level: 3 });
    await session.perform({ kind: 'next' });
    await session.contents();
    assert.deepEqual(
      wishes.map(({ level }) => level),
      [2, 2, 2, 3],
    );
  });

  it('believes answers of long ago less: they name nothing beside one of today', async () => {
    const programAt = (seed: number): Drill =>
      makeDrill({ level: 2, seed, aim: held }) ?? assert.fail();
    const [made, today] = [[11, 12, 13].map(programAt), programAt(14)];
    const answered = async (days: number): Promise<readonly string[]> => {
      const at = new Date(Date.now() - days * 24 * 60 * 60_000).toISOString();
      const lines = made.map(({ recipe, believed }, turn) =>
        formatLine({
          ...{ v: 1, id: `${days}-${turn}`, at, card: `drill:${recipeText(recipe)}` },
          ...{ kind: 'drilled', verdict: 'wrong', mode: 'typed', node: '24.0.0' },
          prediction: believed.get(held) ?? [],
        }),
      );
      await services.progress.adopt(lines);
      const last = await drills.ofRecipe(recipeText(today.recipe), never);
      const prediction = today.believed.get(held) ?? [];
      const { named } = await drills.diagnose(last ?? assert.fail(), prediction);
      return named;
    };
    assert.deepEqual(await answered(400), []);
    assert.deepEqual(await answered(10), [held]);
  });

  it('makes a card of a belief that three answers fit, and asks it with another program each time', async () => {
    const session = await begin({ level: 2, against: held });
    for (let answer = 1; answer <= 3; answer++) {
      assert.deepEqual(await events('found', 'reviewed'), []);
      const lines = programOf(session).believed.get(held) ?? assert.fail();
      await session.perform({ kind: 'predict', prediction: { mode: 'typed', lines } });
      if (answer < 3) await session.perform({ kind: 'next' });
    }
    const card = `belief:${held}` as const;
    const once = [`found ${card}`, `reviewed ${card}`];
    assert.deepEqual(await events('found', 'reviewed'), once);
    const reviews = (await services.progress.loadReviews()).history(card);
    assert.deepEqual(
      reviews.map(({ rating }) => rating),
      ['again'],
    );
    // A fourth answer that fits finds nothing new.
    await session.perform({ kind: 'against', belief: held });
    const lines = programOf(session).believed.get(held) ?? assert.fail();
    await session.perform({ kind: 'predict', prediction: { mode: 'typed', lines } });
    assert.deepEqual(await events('found', 'reviewed'), once);

    const shown = async (): Promise<string> => {
      const scope = { kind: 'card', id: card } as const;
      const quiz = await createQuizSession(services, scope, undefined, () => Promise.resolve());
      open.unshift(quiz);
      const { html, code } = await quiz.contents();
      assert.match(html, /data-kind="belief"/);
      return JSON.stringify(code);
    };
    assert.notEqual(await shown(), await shown());
    const asked = wishes.slice(-2);
    assert.deepEqual(
      asked.map(({ against }) => against),
      [held, held],
    );
  });
});
