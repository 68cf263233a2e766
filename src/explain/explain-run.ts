import type { OutputLine } from '../order/output.ts';
import type { Explanations } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';

/** A prediction that no possible output has: the first wrong one of its lines is at `at`. */
export interface WrongPrediction {
  readonly lines: readonly OutputLine[];
  readonly at: number;
}

/** Why the lines of a run stand in this order, and the first pair that a prediction has wrong. */
export function explainRun(trace: Trace, _wrong?: WrongPrediction): Explanations {
  return { pairs: trace.lines.slice(1).map(() => undefined) };
}
