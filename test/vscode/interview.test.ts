import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createInterviewSession } from '../../src/features/interview/interview-session.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { BankService, Services } from '../../src/features/services/services.ts';
import { escapeHtml } from '../../src/features/pages/escape-html.ts';
import { command, panel } from '../../src/features/settings/ids.ts';
import type { InterviewRequest, Score } from '../../src/shared/interview.ts';
import type { Rehearsal } from '../../src/study/interview/format.ts';
import { eventually } from './eventually.ts';
import { memento } from './memento.ts';
import { pages } from './pages.ts';
import { createStudyWorld } from './study-world.ts';

/** The model that test/fixtures/model-extension brings. */
interface TestModel {
  readonly model: { answer: (text: string) => readonly object[] | Promise<readonly object[]> };
  readonly requests: { readonly text: string }[];
}

/** The text of HTML, or of Markdown of one line. @param mark that is left out as well */
const plain = (text: string, mark = ''): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/&(#60|lt|#62|gt|#34|quot|#38|amp|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(mark === '' ? '\0' : mark, '')
    .replace(/\*\*?|\[([^\]]+)\]\([^)]+\)/g, '$1');

const entities: Readonly<Record<string, string>> = {
  ...{ '#60': '<', lt: '<', '#62': '>', gt: '>', '#34': '"', quot: '"' },
  ...{ '#38': '&', amp: '&', '#39': "'" },
};

const screening: Rehearsal = { format: 'screening', level: 'mid', minutes: 15 };

describe('A mock interview', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let services: Services;
  let broken: boolean;
  let test: TestModel;
  const begun: { dispose(): void }[] = [];

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    const model = vscode.extensions.getExtension<TestModel>('example.loopwise-test-model');
    assert.ok(extension && model);
    test = await model.activate();
    const { extensionUri } = extension;
    const own = createBankService(extensionUri);
    own.setPacks([]);
    broken = false;
    const noBank = () => Promise.reject(new Error('no bank'));
    const bank: BankService = { ...own, loadAll: () => (broken ? noBank() : own.loadAll()) };
    world = createStudyWorld();
    const progress = world.window();
    services = {
      ...{ context: { extensionUri, workspaceState: memento() }, log: world.log, bank, progress },
      ...{
        study: createStudy(bank, progress, createMaterialService(extensionUri, world.log)),
        material: createMaterialService(extensionUri, world.log),
      },
    } as unknown as Services;
    begun.push(own);
  });
  afterEach(async () => {
    for (const one of [...begun.splice(0), world]) one.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** A session, and its page as it is once that is so. */
  function open() {
    const waiting = new Set<() => void>();
    const session = createInterviewSession(
      services,
      () => {
        for (const one of waiting) one();
        return Promise.resolve();
      },
      () => Promise.resolve(),
    );
    begun.push(session);
    const html = async (): Promise<string> => (await session.contents()).html;
    async function shows(wanted: RegExp): Promise<string> {
      for (;;) {
        const changed = new Promise<void>((resolve) => waiting.add(resolve));
        const shown = await html();
        if (wanted.test(shown)) return shown;
        await changed;
      }
    }
    async function steps(...requests: readonly InterviewRequest[]): Promise<string> {
      for (const request of requests) await session.perform(request);
      return html();
    }
    return { session, html, shows, steps };
  }

  /** From the question on the page to its answer. */
  const answered = (own: Score): readonly InterviewRequest[] => [
    { kind: 'submit', typed: ['The loop takes turns.'] },
    { kind: 'score', own },
    { kind: 'answer' },
  ];

  it('starts by its command with the level, the kind and the length that are chosen', async () => {
    const started = { isOver: false };
    const starting = Promise.resolve(vscode.commands.executeCommand(command.startInterview));
    const ended = starting.finally(() => (started.isOver = true));
    // Each list takes the first of its items, whenever it is there.
    while (!started.isOver) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await ended;
    await eventually(() => pages(panel.interview).length === 1);
    assert.equal(pages(panel.interview)[0]?.label, 'Mock Interview');
  });

  it('goes from its first page to a report that is Markdown, and shows readiness only after three', async () => {
    for (let count = 1; count <= 3; count++) {
      const { session, steps } = open();
      await session.begin(screening);
      assert.match(await steps(), /Screening, Mid, 15 minutes.*5 questions were chosen/s);
      const asked = await steps({ kind: 'begin' }, { kind: 'note', text: 'Be brief.' });
      assert.match(asked, /data-stage="ask" data-kind="question"/);
      assert.doesNotMatch(asked, /Key points|Say it in the interview/);
      const all = Array.from({ length: 5 }, () => [...answered(4), { kind: 'next' } as const]);
      const report = await steps(...all.flat());
      assert.match(report, /Your rating: 4\.0 of 4\. By the key points: 1\.0 of 4\./);
      assert.match(report, /You rated yourself 3\.0 higher than the key points do\./);
      const readiness =
        count < 3
          ? new RegExp(`Readiness is shown after 3 mock interviews.*So far: ${count}\\.`)
          : /suggest that you need more practice\.<.*They scored 1\.0, 1\.0, 1\.0: 1\.0 on average/s;
      assert.match(report, readiness);
      await steps({ kind: 'openReport' });
      const { document } = vscode.window.activeTextEditor ?? {};
      assert.equal(document?.languageId, 'markdown');
      const text = document.getText();
      assert.match(text, /^# Mock interview: Screening, Mid, 15 minutes\n/);
      assert.match(text, /^## What to review\n\n### .+\n\n- \[ \] /m);
      assert.match(text, /^- `0:00` Be brief\.$/m);
      assert.equal(text.match(/^The loop takes turns\.$/gm)?.length, 5);
      assert.equal(text.includes('Earlier interviews'), count > 1);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    const kept = await services.progress.loadInterviews();
    assert.deepEqual(
      kept.map(({ items }) => items.length),
      [5, 5, 5],
    );
  });

  it('digs deeper by the follow-up questions of its author, one at a time, and answers those that were asked', async () => {
    const { session, steps } = open();
    await session.begin({ format: 'deepDive', level: 'senior', minutes: 30 });
    assert.match(await steps(), /Deep Dive, Senior, 30 minutes/);
    const first = await steps({ kind: 'begin' });
    assert.match(first, /data-stage="ask" data-kind="question"/);
    const loaded = await services.bank.loadAll();
    const [, title] = /<h1>(.+)<\/h1>/.exec(first) ?? [];
    const question = loaded.questions.find((one) => escapeHtml(one.title) === title);
    const followUps = (question?.followUps ?? []).map((one) => ({
      question: one.question,
      // A snippet that the question's page shows with it has no place here.
      answer: one.answer.split(/^```/m)[0]?.trim() ?? '',
    }));
    assert.ok(followUps.length >= 2, title);
    const shown = (page: string) => {
      const [, list = ''] = /<section class="follow-ups">(.*?)<\/section>/s.exec(page) ?? [];
      return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => plain(text ?? ''));
    };
    const asks = followUps.map((one) => plain(one.question, '`'));
    assert.deepEqual(shown(first), []);
    for (let count = 1; count <= followUps.length; count++) {
      const page = await steps({ kind: 'followUp' });
      assert.deepEqual(shown(page), asks.slice(0, count));
      assert.equal(page.includes('data-do="followUp"'), count < followUps.length);
      for (const { answer } of followUps) assert.ok(!plain(page).includes(plain(answer, '`')));
    }
    const told = await steps(...answered(3));
    assert.equal(told.match(/<dt>/g)?.length, followUps.length);
    assert.doesNotMatch(told, /<dd>[^<]*<code>snippet /);
    for (const { answer } of followUps) assert.ok(plain(told).includes(plain(answer, '`')));
  });

  it('wants the own score before it shows a key point, and keeps both', async () => {
    const { session, steps } = open();
    await session.begin({ format: 'deepDive', level: 'mid', minutes: 60 });
    const pages = [await steps({ kind: 'begin' })];
    // What would tell does nothing yet.
    pages.push(await steps({ kind: 'answer' }, { kind: 'tick', point: 0, on: true }));
    pages.push(await steps({ kind: 'submit', typed: ['It depends.'] }, { kind: 'answer' }));
    for (const page of pages) {
      assert.doesNotMatch(page, /data-point|class="points"|Say it in the interview/);
    }
    assert.match(pages.at(-1) ?? '', /data-stage="score".*How good was your answer\?/s);
    const points = await steps({ kind: 'score', own: 4 });
    assert.match(points, /data-stage="points"/);
    assert.match(points, /data-point="0"/);
    // Whoever has seen the points can't rate again.
    const again = await steps({ kind: 'score', own: 1 }, { kind: 'answer' }, { kind: 'next' });
    assert.match(again, /data-stage="ask"/);
    await steps({ kind: 'finish' });
    const [kept] = await services.progress.loadInterviews();
    assert.deepEqual(
      kept?.items.map(({ own }) => own),
      [4],
    );
  });

  it('has a system designed in an outline of seven fields, and shows what was written beside the reference', async () => {
    const { session, steps } = open();
    await session.begin({ format: 'design', level: 'senior', minutes: 45 });
    const asked = await steps({ kind: 'begin' });
    const fields = [...asked.matchAll(/<label for="typed-(\d)">(.*?)<\/label><textarea/g)];
    const names = ['Requirements', 'Numbers', 'API', 'Data', 'Flow', 'Failure', 'Scale'];
    assert.deepEqual(
      fields.map(([, at, name]) => [Number(at), name]),
      names.map((name, at) => [at, name]),
    );
    const typed = names.map((name, at) => (at === 3 ? ' ' : `own ${name}`));
    const scored = await steps({ kind: 'submit', typed });
    const mine = [...scored.matchAll(/<h3>(\w+)<\/h3><pre[^>]*>(.*?)<\/pre>/g)];
    assert.deepEqual(
      mine.map(([, name, text]) => [name, text]),
      names.filter((_, at) => at !== 3).map((name) => [name, `own ${name}`]),
    );
    assert.doesNotMatch(scored, /Reference answer/);
    const told = await steps({ kind: 'score', own: 2 }, { kind: 'answer' });
    assert.match(told, /own Scale.*Reference answer/s);
  });

  it('goes on after its panel was closed, paused and with what was written', async () => {
    const first = open();
    await first.session.begin(screening);
    const asked = await first.steps(
      ...[{ kind: 'begin' } as const, { kind: 'draft', typed: ['half an answer'] } as const],
    );
    const [, title] = /<h1>(.+)<\/h1>/.exec(asked) ?? [];
    await first.session.keep();
    first.session.dispose();
    const second = open();
    assert.equal(second.session.goOn(), true);
    assert.match(await second.html(), /data-stage="paused"/);
    const again = await second.steps({ kind: 'resume' });
    assert.ok(title && again.includes(`<h1>${title}</h1>`));
    const { draft } = (await second.session.contents()).data() as { draft?: object };
    assert.deepEqual(draft, { typed: ['half an answer'] });
  });

  it('keeps its answers when the report cannot be made, and says so', async () => {
    const { session, steps } = open();
    await session.begin(screening);
    await steps({ kind: 'begin' }, ...answered(2));
    broken = true;
    await assert.rejects(session.perform({ kind: 'finish' }), /no bank/);
    assert.match((await session.contents()).html, /Show the Mock Interview/);
    broken = false;
    assert.match(await steps({ kind: 'finish' }), /Answered: 1 of 5/);
    const kept = await services.progress.loadInterviews();
    assert.deepEqual(
      kept.map(({ items }) => items.map(({ own }) => own)),
      [[2]],
    );
  });

  it('leaves no report when nothing was rated', async () => {
    const { session, steps } = open();
    await session.begin(screening);
    await steps({ kind: 'begin' }, { kind: 'submit', typed: ['The loop takes turns.'] });
    assert.deepEqual(session.rated, { count: 0, of: 5, areTasks: false });
    assert.match(await steps({ kind: 'finish' }), /<h1>No Report<\/h1>/);
    assert.deepEqual(await services.progress.loadInterviews(), []);
    assert.equal(open().session.goOn(), false, 'nothing is left to continue');
  });

  it('adds the belief that a wrong answer to a program fits to the reviews, as a card of its own', async () => {
    const id = 'an-interview';
    const ran = { printed: ['b', 'a'], belief: 'await-blocks', isNamed: true } as const;
    await services.progress.record(
      `interview:${id}`,
      {
        ...{ kind: 'interviewed', format: 'assessment', level: 'mid', minutes: 15 },
        ...{ elapsedMs: 1000, drawn: 1, notes: [] },
        items: [
          {
            ...{ id: 'drill:4/2/7', title: 'Drill 7', topic: 'Drill', own: 4, followUps: 0 },
            ...{ durationMs: 1000, typed: 'a\nb', points: [{ text: 'the output', said: false }] },
            program: { kind: 'cjs', code: "console.log('b');\n", ran },
          },
        ],
      },
      id,
    );
    const { session, steps } = open();
    assert.equal(await session.report(id), true);
    const shown = await steps();
    assert.match(shown, /Add 1 Card to Reviews.*What the run printed:.*<code>await<\/code> stops/s);
    assert.doesNotMatch(await steps({ kind: 'addReviews' }), /Add \d+ Card/);
    assert.ok((await services.progress.loadDrills()).found().has('await-blocks'));
    const reviews = await (await services.study.load()).reviews();
    assert.deepEqual(
      reviews.history('belief:await-blocks').map(({ rating }) => rating),
      ['again'],
    );
  });

  it('has a model ask and comment only when that is wanted, as its opinion', async () => {
    const { session, steps, shows, html } = open();
    await session.begin(screening);
    const before = test.requests.length;
    await steps({ kind: 'begin' });
    await shows(/<span>Ask Scripted for a Follow-Up<\/span>/);
    assert.equal(test.requests.length, before, 'nothing is asked before');
    test.model.answer = () => [new vscode.LanguageModelTextPart('And under `load`?')];
    const asked = await steps({ kind: 'modelFollowUp', typed: ['It takes turns.'] });
    assert.match(asked, /Scripted asks:<\/h2><p>And under <code>load<\/code>\?<\/p>/);
    assert.match(test.requests.at(-1)?.text ?? '', /"candidatesAnswer": "It takes turns\."/);
    await steps(...answered(3));
    test.model.answer = () => [
      new vscode.LanguageModelTextPart('- Good: [turns](https://a.example) <b>x</b>'),
    ];
    const told = await steps({ kind: 'feedback' });
    assert.match(told, /Scripted says, and may be wrong:<\/h2>/);
    assert.match(told, /<li>Good: turns &lt;b&gt;x&lt;\/b&gt;<\/li>/);
    assert.match(test.requests.at(-1)?.text ?? '', /Compare the candidate's answer.*"keyPoints"/s);
    await steps({ kind: 'next' }, ...answered(3));
    const waiting = new Promise<(parts: readonly object[]) => void>((wait) => {
      test.model.answer = () => new Promise((resolve) => wait(resolve));
    });
    const asking = session.perform({ kind: 'feedback' });
    const answer = await waiting;
    assert.match(await shows(/is thinking/), /id="do-feedback" data-do="stopModel"/);
    assert.doesNotMatch(await steps({ kind: 'stopModel' }), /is thinking/);
    answer([new vscode.LanguageModelTextPart('Too late.')]);
    await asking;
    assert.doesNotMatch(await html(), /Scripted says/, 'what was stopped says nothing');
    test.model.answer = () => {
      throw new Error('No answer today.');
    };
    assert.match(await steps({ kind: 'feedback' }), /The language model didn&#39;t answer: /);
    assert.match(await html(), /<span>Ask Scripted for Feedback<\/span>/, 'it can be asked again');
  });

  it('opens the start code in the file that the Test Explorer runs, and takes the answer from it', async () => {
    const { session, steps } = open();
    await session.begin({ format: 'coding', level: 'mid', minutes: 30 });
    const asked = await steps({ kind: 'begin' });
    assert.match(asked, /data-kind="problem"/);
    const over = { isSo: false };
    const opening = session.perform({ kind: 'openStart' }).finally(() => (over.isSo = true));
    // It asks for a folder the first time: the first one is in the workspace.
    while (!over.isSo) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await opening;
    const { document } = vscode.window.activeTextEditor ?? {};
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    assert.ok(document);
    assert.ok(document.uri.fsPath.startsWith(join(workspace, 'practice')));
    assert.match(document.getText(), /^\/\/ .+ \((Junior|Mid), \d+ minutes\)\n/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '// my answer\n');
    await vscode.workspace.applyEdit(edit);
    const shown = await steps({ kind: 'submit', typed: ['A note.'] });
    assert.match(shown, /\/\/ my answer/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    rmSync(join(workspace, 'practice'), { recursive: true });
  });
});
