import { isCannotRunError } from '../../runner/errors.ts';
import type { RunRequest, RunResult } from '../../runner/model.ts';
import { runRequest } from './run-request.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';
import { inTimeOr } from '../threads/work.ts';
import type { Work } from '../threads/work.ts';

/** One prediction's runs. */
export interface Runs {
  /** What the prediction is judged by. */
  readonly judged: RunResult;
  /** What explains it: the same run where the program may run only once. */
  readonly recorded?: RunResult;
}

/** What runs programs, and reads them. */
export interface ProgramRunner {
  readonly run: (request: RunRequest) => Promise<RunResult>;
  readonly work: Pick<Work, 'do'>;
}

/** Recordings of a race are repeated until one has the order that is judged. */
const mostRecordings = 3;

/** A program that runs for longer is recorded beside the run that is judged, not after it. */
const besideAfterMs = 150;

/**
 * Runs a program for a prediction. Recording takes time within callbacks, so it shifts the odds of
 * races and can change values (async ids). The run that is judged is therefore not recorded, and
 * takes the Node that waits; another one is recorded to explain it. Code that may change something
 * outside of itself runs once, recorded.
 */
export async function runAndRecord(
  subject: Subject,
  { run, work }: ProgramRunner,
  signal: AbortSignal,
  /** For a program that runs only once, so that nobody is asked for input twice. */
  listeners?: Pick<RunRequest, 'onText' | 'onRead'>,
): Promise<Runs> {
  const request = runRequest(subject, signal);
  if (subject.kind !== 'snippet' && !(await runsTwice(subject, work))) {
    const once = await run({ ...request, ...listeners });
    return { judged: once, recorded: once };
  }
  const judging = run({ ...request, trace: false });
  const early = await settledWithin(judging, besideAfterMs);
  if (early === undefined) {
    const [judged, recorded] = await Promise.all([judging, run(request).catch(unlessNotRun)]);
    return withRecord(judged, recorded);
  }
  if (early.ended === 'cancelled') return { judged: early };
  return withRecord(early, await recordedLike(early, request, run));
}

/**
 * A recorded run that printed what another one did, or the last of some that did not; undefined where none can be had.
 * @param request of the same program
 */
export async function recordedLike(
  judged: RunResult,
  request: RunRequest,
  run: ProgramRunner['run'],
): Promise<RunResult | undefined> {
  let recorded: RunResult | undefined;
  for (let time = 0; time < mostRecordings && request.signal?.aborted !== true; time++) {
    recorded = await run(request).catch(unlessNotRun);
    if (recorded === undefined || isSamePrinted(judged, recorded)) break;
  }
  return recorded;
}

/** Not asked of a snippet of the bank, which touches only what it declares, in a folder of its own. */
const runsTwice = (subject: Subject, work: ProgramRunner['work']): Promise<boolean> =>
  inTimeOr(work.do('mayRunTwice', executable(subject).code), false);

const withRecord = (judged: RunResult, recorded: RunResult | undefined): Runs => ({
  judged,
  ...(recorded && recorded.ended !== 'cancelled' && { recorded }),
});

/** The time is not known before: a wait that is too short costs nothing but a run beside another. */
async function settledWithin<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function isSamePrinted(one: RunResult, other: RunResult): boolean {
  return (
    one.ended === other.ended &&
    one.lines.length === other.lines.length &&
    one.lines.every(
      ({ stream, text }, at) => stream === other.lines[at]?.stream && text === other.lines[at].text,
    )
  );
}

/** What is judged is worth showing without its record. */
function unlessNotRun(error: unknown): undefined {
  if (!isCannotRunError(error)) throw error;
}
