import type { OutputLine } from './output.ts';

/** What became of a prediction. `at` counts lines from 0. */
export type Verdict =
  | { readonly kind: 'exact' }
  /** A possible output, though this run printed another order; `at` is where they part. */
  | {
      readonly kind: 'possible';
      readonly at: number;
      /** Of code that nobody wrote an expectation for: how it is known. */
      readonly because?: Because;
    }
  | {
      readonly kind: 'wrong';
      readonly at: number;
      /** The predicted line there; absent when the prediction ends too early. */
      readonly predicted?: OutputLine;
      /** The lines that were possible there, in the order the expectation names them. */
      readonly possible: readonly OutputLine[];
      /** Whether the output could also have ended there. */
      readonly mayEnd: boolean;
      /** The run alone tells what is right there: no other order moves its lines up to here. */
      readonly byRun?: true;
      /** `possible` names one line that every run prints before the predicted one. */
      readonly before?: true;
    }
  /** Not the user's error: the run was cut short, or the orders are too many to search. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'truncated' | 'tooManyOrders' | 'outsideExpectation';
    }
  /**
   * The run printed something else, and other runs may print something else again: what they print
   * can't be told from its record.
   */
  | {
      readonly kind: 'unknown';
      readonly reason: 'undecided' | 'unrecorded';
      readonly at: number;
      /** Lines whose order is open, and that the prediction has the other way round. */
      readonly pair?: OpenPair;
    };

/** `earlier` was printed before `later`; whether every run does so is open. */
export interface OpenPair {
  readonly earlier: OutputLine;
  readonly later: OutputLine;
  /** `unknown`: what decides it was not recorded. */
  readonly relation: 'race' | 'unknown';
}

/** `seen`: another run printed it. `race`: the two lines race, by the rules. */
export type Because =
  { readonly kind: 'seen' } | { readonly kind: 'race'; readonly pair: OpenPair };
