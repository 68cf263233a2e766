import { orderLines } from '../../order/order-lines.ts';
import { parseDisplayText } from '../../order/line-text.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { RunResult } from '../../runner/model.ts';
import type { WrongPair } from '../../trace/explanation.ts';
import { explainWrong } from './explain-wrong.ts';
import { recordedLike, type ProgramRunner } from './run-and-record.ts';
import { runRequest } from './run-request.ts';
import { expectation, type Subject } from './subject.ts';

/** A prediction of a run, typed line by line, whose first wrong line is at `at`. */
export interface WronglyTyped {
  readonly run: RunResult;
  readonly lines: readonly string[];
  readonly at: number;
}

/**
 * The first pair of lines that a wrong prediction has the other way round, with the misconception behind it, by a
 * recorded run of its own; undefined where there is none, or no run could be recorded before the signal.
 */
export async function wrongPairOf(
  subject: Subject,
  { run: judged, lines, at }: WronglyTyped,
  { run, work }: ProgramRunner,
  signal: AbortSignal,
): Promise<WrongPair | undefined> {
  const recorded = await recordedLike(judged, runRequest(subject, signal), run);
  const trace = recorded?.trace;
  if (!trace || signal.aborted) return undefined;
  const expect = expectation(subject, judged.runtime.version);
  const read = readPrediction(lines, {
    actual: judged.lines,
    ...(expect !== undefined && { expected: orderLines(expect) }),
  });
  return explainWrong(trace, { lines: read.map(parseDisplayText), at, expect }, work);
}
