import type { OutputLine } from './output.ts';

/** What became of a prediction. `at` counts lines from 0. */
export type Verdict =
  | { readonly kind: 'exact' }
  /** A possible output, though this run printed another order; `at` is where they part. */
  | { readonly kind: 'possible'; readonly at: number }
  | {
      readonly kind: 'wrong';
      readonly at: number;
      /** The predicted line there; absent when the prediction ends too early. */
      readonly predicted?: OutputLine;
      /** The lines that were possible there, in the order the expectation names them. */
      readonly possible: readonly OutputLine[];
      /** Whether the output could also have ended there. */
      readonly mayEnd: boolean;
    }
  /** Not the user's error: the run was cut short, or the orders are too many to search. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'truncated' | 'tooManyOrders' | 'outsideExpectation';
    };
