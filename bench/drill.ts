import { join } from 'node:path';
import { ensureNodes } from '../scripts/nodes.mts';
import { agreesWithRun } from '../src/drill/agrees-with-run.ts';
import type { DrillProgram, DrillTask, RecordedAnswer } from '../src/drill/drill-work.ts';
import { drilledBeliefs } from '../src/drill/drilled-beliefs.ts';
import { makeDrill } from '../src/drill/make-drill.ts';
import type { Level } from '../src/drill/motif.ts';
import { recipeText } from '../src/drill/recipe-text.ts';
import { createThread } from '../src/features/threads/thread.ts';
import type { Runtime } from '../src/runner/model.ts';
import { runSnippet } from '../src/runner/run-snippet.ts';
import { createWarmPool } from '../src/runner/warm-pool.ts';
import { runInTurn } from '../test/unit/drill/runs-in-turn.ts';
import { sampleOf } from '../test/unit/drill/sample.ts';
import { simulateLearners } from './drill-learners.ts';
import type { LearnersResult } from './drill-learners.ts';
import { simulateProductLearners } from './product-learners.ts';
import type { ProductLearnersResult } from './product-learners.ts';

interface DrillTimes {
  /** Without its run. */
  readonly drillMakeMs: number;
  /** Through the thread, with its run on a Node that waited: nothing was prepared, and what is prepared. */
  readonly drillReadyMs: number;
  readonly drillNextMs: number;
}

export interface DrillResult extends DrillTimes, LearnersResult, ProductLearnersResult {
  readonly drillMismatches: number;
}

/** @param extension the folder of the built extension */
export async function measureDrill(extension: string): Promise<DrillResult> {
  const learners = { learners: 70, pool: 300, candidates: 60, answers: 12, seed: 1 };
  return {
    ...(await measureTimes(extension)),
    drillMismatches: await countMismatches(200),
    ...simulateProductLearners({ ...learners, learners: drilledBeliefs.length }),
    ...simulateLearners(learners),
  };
}

async function measureTimes(extension: string): Promise<DrillTimes> {
  const script = join(extension, 'dist', 'lazy', 'drill.worker.js');
  const childFolder = join(extension, 'dist', 'child');
  const runtime: Runtime = {
    ...{ path: (await ensureNodes())['24'], version: '24', origin: 'setting', electron: false },
  };
  const pool = createWarmPool({ childFolder });
  const thread = createThread<DrillTask, DrillProgram>(script, undefined, { patience: 20_000 });
  // Neither the thread nor a child that waits keeps a process alive.
  const alive = setInterval(() => undefined, 60_000);
  const ready = async (request: DrillTask): Promise<void> => {
    const { code, kind } = await thread.ask(request);
    await runSnippet({ code, kind, trace: false }, runtime, { childFolder, pool });
  };
  const timed = async (count: number, request: (seed: number) => DrillTask) => {
    const times: number[] = [];
    for (let seed = 0; seed < count; seed++) {
      await pool.whenWaiting();
      times.push(await timeOf(() => ready(request(seed))));
    }
    return slowOf(times);
  };
  try {
    // The first one starts both.
    await ready({ kind: 'any', level: 1, seed: 0 });
    const drillReadyMs = await timed(60, (seed) => ({ kind: 'any', level: levelOf(seed), seed }));
    const answers = someAnswers();
    const drillNextMs = await timed(40, (seed) => ({
      ...{ kind: 'next', level: levelOf(seed), seed, answers },
    }));
    const made: number[] = [];
    for (let seed = 0; seed < 400; seed++) {
      made.push(await timeOf(() => makeDrill({ level: levelOf(seed), seed })));
    }
    return { drillMakeMs: slowOf(made), drillReadyMs, drillNextMs };
  } finally {
    clearInterval(alive);
    thread.dispose();
    await pool.dispose();
  }
}

const levelOf = (seed: number): Level => ((seed % 4) + 1) as Level;

async function timeOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** 95 of 100 are faster. */
const slowOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** Of somebody who predicted a dozen programs, each third one wrong. */
const someAnswers = (): readonly RecordedAnswer[] =>
  Array.from({ length: 12 }, (_, seed) => makeDrill({ level: 2, seed })).flatMap((drill, at) => {
    if (!drill) return [];
    const [wrong] = drill.believed.values();
    const prediction = (at % 3 === 0 ? wrong : drill.outputs[0]) ?? [];
    return { recipe: recipeText(drill.recipe), prediction, weight: 1 };
  });

async function countMismatches(programs: number): Promise<number> {
  const drills = Array.from({ length: programs }, (_, at) => sampleOf(7, at)).flatMap(
    (drill) => drill ?? [],
  );
  const printed = await runInTurn('24', drills);
  return drills.filter((drill, at) => {
    const lines = (printed[at] ?? []).map((text) => ({ stream: 'stdout', text }) as const);
    return !agreesWithRun(drill, lines);
  }).length;
}
