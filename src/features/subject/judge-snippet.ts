import { orderLines } from '../../order/order-lines.ts';
import { readPrediction } from '../../order/read-prediction.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Work } from '../threads/work.ts';
import { runRequest, type ProgramRequest } from './run-request.ts';
import { expectation, type Subject } from './subject.ts';
import { verdictOf } from './verdict-of.ts';

/** Runs a program, unrecorded. @throws what the runner does */
export const runUnrecorded = (
  run: (request: ProgramRequest) => Promise<RunResult>,
  subject: Subject,
  signal: AbortSignal,
): Promise<RunResult> => run({ ...runRequest(subject, signal), trace: false });

/** What is to be said of the lines that were typed as a prediction of a run. */
export function judgeTyped(
  subject: Subject,
  run: RunResult,
  lines: readonly string[],
  work: Pick<Work, 'do'>,
): Promise<Verdict> {
  const expect = expectation(subject, run.runtime.version);
  const actual = run.lines;
  const expected = expect && orderLines(expect);
  const read = readPrediction(lines, { actual, ...(expected && { expected }) });
  const by = { actual, expect, truncated: run.ended !== 'exit', seen: [] };
  return verdictOf(subject, by, read, work);
}
