import type { Order } from '../../order/order.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { Trace } from '../../trace/model.ts';
import { inTimeOr } from '../threads/work.ts';
import type { Work } from '../threads/work.ts';
import { executable } from './subject.ts';
import type { Subject } from './subject.ts';

/** What a prediction is judged by. */
export interface JudgedBy {
  readonly actual: readonly OutputLine[];
  /** The run was cut short. */
  readonly truncated: boolean;
  /** All possible outputs, where an author said so. */
  readonly expect: Order | undefined;
  /** The recorded run; it may be the one that is judged. */
  readonly recorded?: { readonly lines: readonly OutputLine[]; readonly trace: Trace };
  /** What other runs printed that were not recorded. */
  readonly seen: readonly (readonly OutputLine[])[];
}

/** @param lines one text a line, as `readPrediction` reads what was predicted */
export function verdictOf(
  subject: Subject,
  { expect, actual, truncated, recorded, seen }: JudgedBy,
  lines: readonly string[],
  work: Pick<Work, 'do'>,
): Promise<Verdict> {
  const judging =
    expect === undefined
      ? work.do(
          'judgeProgram',
          { ...executable(subject), actual, truncated, seen, ...(recorded && { recorded }) },
          lines,
        )
      : work.do('judge', { actual, truncated, expect, prediction: lines });
  return inTimeOr(judging, tooManyOrders);
}

const tooManyOrders: Verdict = { kind: 'unknown', reason: 'tooManyOrders' };
