import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import type { BeliefProgress } from '../../drill/belief-progress.ts';
import { agreesWithRun } from '../../drill/agrees-with-run.ts';
import type {
  AnswerDiagnosis,
  DrillProgram,
  DrillTask,
  RecordedAnswer,
} from '../../drill/drill-work.ts';
import { isDrilled, seedOf } from '../../drill/recipe-text.ts';
import { orderLines } from '../../order/order-lines.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { Trace } from '../../trace/model.ts';
import { runRequest } from '../subject/run-request.ts';
import type { Subject } from '../subject/subject.ts';
import { verdictOf } from '../subject/verdict-of.ts';
import { createThread } from '../threads/thread.ts';
import { drillTitle } from '../ui/drill-texts.ts';
import { asLogged } from '../ui/error-text.ts';
import { NoDrillError, type DisposableDrillService, type ReadyDrill } from './drills.ts';
import type { Services } from './services.ts';

/** How long the thread may take for one program, and how long it is kept, in milliseconds. */
const times = { patience: 20_000, idle: 10 * 60_000 };
/** So many programs in a row whose run does not agree mean that something else is wrong. */
const mostTries = 4;
/** After so many days an answer counts half: beliefs change. */
const halfLifeDays = 45;

const day = 24 * 60 * 60_000;

export function createDrillService({
  context,
  log,
  progress,
  runner,
  study,
  work,
}: Pick<
  Services,
  'context' | 'log' | 'progress' | 'runner' | 'study' | 'work'
>): DisposableDrillService {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/drill.worker.js').fsPath;
  const thread = createThread<DrillTask, unknown>(script, undefined, times);
  const counts = { shown: 0, dropped: 0 };

  const made = (request: DrillTask): Promise<DrillProgram | undefined> =>
    thread.ask(request) as Promise<DrillProgram | undefined>;

  async function answers(): Promise<readonly RecordedAnswer[]> {
    const now = Date.now();
    return (await progress.loadDrills()).answers().map(({ recipe, prediction, at }) => ({
      ...{ recipe, prediction },
      weight: 0.5 ** (Math.max(0, now - at) / day / halfLifeDays),
    }));
  }

  /** Runs programs until one may be shown. @param make makes another one each time */
  async function ready(
    make: (seed: number) => DrillTask,
    signal: AbortSignal,
  ): Promise<ReadyDrill> {
    for (let tries = 0; tries < mostTries && !signal.aborted; tries++) {
      const program = await made(make(randomInt(2 ** 32)));
      const drill = program && (await verified(program, signal));
      if (drill) return drill;
    }
    signal.throwIfAborted();
    throw new NoDrillError(
      vscode.l10n.t(
        "No program is ready: runs on your Node.js didn't finish, or didn't print what was expected. See the log for details.",
      ),
    );
  }

  /** Undefined for one that is dropped. */
  async function verified(
    program: DrillProgram,
    signal: AbortSignal,
  ): Promise<ReadyDrill | undefined> {
    const subject = subjectOf(program);
    const run = await runner.run({ ...runRequest(subject, signal), trace: false });
    signal.throwIfAborted();
    if (run.ended === 'exit' && agreesWithRun(program, run.lines)) {
      counts.shown += 1;
      return { ...program, subject, run };
    }
    counts.dropped += 1;
    log.warn(
      `Drill: program ${program.recipe} is dropped, since its run on Node.js ${run.runtime.version} ` +
        `${run.ended === 'exit' ? 'printed something else than expected' : `was cut short (${run.ended})`}: ` +
        `${counts.dropped} of ${counts.shown + counts.dropped} in this session.`,
    );
    return undefined;
  }

  return {
    async next({ level, against, contrast, quick }, signal) {
      if (contrast !== undefined) {
        return ready((seed) => ({ kind: 'contrast', contrast, seed }), signal);
      }
      if (against !== undefined) {
        return ready((seed) => ({ kind: 'against', belief: against, level, seed }), signal);
      }
      if (quick) return ready((seed) => ({ kind: 'any', level, seed }), signal);
      const known = await answers();
      return ready((seed) => ({ kind: 'next', level, seed, answers: known }), signal);
    },
    async ofRecipe(recipe, signal) {
      const program = await made({ kind: 'recipe', recipe });
      if (!program) return undefined;
      return ready(() => ({ kind: 'recipe', recipe }), signal);
    },
    ready: verified,
    smallest: (belief, signal) => ready((seed) => ({ kind: 'smallest', belief, seed }), signal),
    async diagnose({ recipe }, prediction) {
      try {
        const before = (await answers()).filter((one) => one.recipe !== recipe);
        return (await thread.ask({
          ...{ kind: 'diagnose', answers: before, recipe, prediction },
        })) as AnswerDiagnosis;
      } catch (error) {
        log.error(asLogged(error));
        return { explains: [], named: [], believed: {} };
      }
    },
    async imagine({ recipe }, belief) {
      try {
        return (await thread.ask({ kind: 'imagine', recipe, belief })) as Trace | undefined;
      } catch (error) {
        log.error(asLogged(error));
        return undefined;
      }
    },
    async judge({ subject, run, order, recipe }, { mode, lines }, isNew) {
      const read = readPrediction(lines, { actual: run.lines, expected: orderLines(order) });
      const by = { actual: run.lines, expect: order, truncated: false, seen: [] };
      const verdict = await verdictOf(subject, by, read, work);
      if (isNew)
        await progress.record(`drill:${recipe}`, {
          ...{ kind: 'drilled', verdict: verdict.kind, mode, prediction: lines },
          node: run.runtime.version,
        });
      return verdict;
    },
    async found(belief) {
      if ((await progress.loadDrills()).found().has(belief)) return;
      await progress.record(`belief:${belief}`, { kind: 'found' });
      const reviews = await study.load();
      const card = (await reviews.cards()).get(`belief:${belief}`);
      // What was just predicted wrong is the first review of its card, which is asked again by the schedule.
      if (card) await reviews.rate(card, 'again', { durationMs: 0, hints: 0 });
    },
    async beliefs() {
      try {
        const known = await progress.loadDrills();
        const answers = known
          .answers()
          .map(({ recipe, prediction, at }) => ({ recipe, prediction, at }));
        const found = [...known.found()].flatMap(([id, at]) =>
          isDrilled(id) ? [[id, at] as const] : [],
        );
        if (found.length === 0) return [];
        const asked = { kind: 'progress', answers, found, now: Date.now() } as const;
        return (await thread.ask(asked)) as readonly BeliefProgress[];
      } catch (error) {
        log.error(asLogged(error));
        return [];
      }
    },
    dispose: () => thread.dispose(),
  };
}

function subjectOf({ code, kind, order, recipe }: DrillProgram): Subject {
  const program = { code, kind, title: drillTitle(seedOf(recipe)), expect: order, permissions: [] };
  return { kind: 'program', program, own: false };
}
