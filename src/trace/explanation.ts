import type { Site, Trace } from './model.ts';

/** Why one line came before another, derived from a trace. Plain data. */
export interface Explanation {
  /** Id of the rule in the table. */
  readonly rule: string;
  /**
   * `certain`: every run has this order. `race`: another run may turn it around. `unknown`: what
   * decided it lies outside of the record, in another process or thread or in the network.
   */
  readonly certainty: 'certain' | 'race' | 'unknown';
  /** The rule as one sentence: "The nextTick queue is emptied before the microtask queue." */
  readonly title: string;
  /** What it means for these two lines, in one to three sentences. Plain text, code in backticks. */
  readonly text: string;
  /** Where the earlier and the later line were printed or scheduled. */
  readonly sites: readonly Site[];
  /** Where the rule is written down. */
  readonly source: { readonly title: string; readonly url: string };
  /** Id of the question of the bank that teaches it. */
  readonly question: string;
}

/** What is wrong in the mind of somebody who predicted the later line first. */
export interface Misconception {
  readonly id: string;
  /** "You may think that a timeout of 0 runs at once." */
  readonly text: string;
  readonly question: string;
  /** In the words of who believes it, where it calls the callbacks of the run in just the order that was predicted. */
  readonly says?: string;
  /** What the callbacks of the run would do if it were true: nothing that ran. */
  readonly imagined?: Trace;
}

/** The first pair of lines that a prediction has the wrong way round. */
export interface WrongPair {
  /** Indexes into the lines of the run: `earlier` was printed before `later`. */
  readonly earlier: number;
  readonly later: number;
  readonly explanation: Explanation;
  readonly misconception?: Misconception;
}

/** All that a page shows beside a run: `pairs[i]` tells why line `i` came before line `i + 1`. */
export interface Explanations {
  readonly pairs: readonly (Explanation | undefined)[];
  readonly wrong?: WrongPair;
}
