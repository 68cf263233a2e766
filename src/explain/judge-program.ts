import type { ModuleKind } from '../bank/model.ts';
import { judgeOwn } from '../order/judge-own.ts';
import type { OutputLine } from '../order/output.ts';
import type { Verdict } from '../order/verdict.ts';
import type { Trace } from '../trace/model.ts';
import { possibleOrders } from './possible-orders.ts';

/** A program that nobody wrote an expectation for, and what its runs showed. */
export interface JudgedProgram {
  readonly code: string;
  readonly kind: ModuleKind;
  /** The run that is judged. */
  readonly actual: readonly OutputLine[];
  /** It was cut short. */
  readonly truncated: boolean;
  /** The run that was recorded; it may be the one that is judged. */
  readonly recorded?: { readonly lines: readonly OutputLine[]; readonly trace: Trace } | undefined;
  /** What other runs printed. */
  readonly seen?: readonly (readonly OutputLine[])[];
}

/** @param prediction one text a line, as shown on cards or typed */
export function judgeProgram(program: JudgedProgram, prediction: readonly string[]): Verdict {
  const { code, kind, actual, truncated, recorded, seen = [] } = program;
  const possible = recorded && possibleOrders(recorded.trace, { code, kind });
  return judgeOwn({
    prediction,
    actual,
    truncated,
    seen,
    ...(recorded && possible && { recorded: { lines: recorded.lines, possible } }),
  });
}
