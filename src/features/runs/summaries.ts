import type { Meaning } from '../../order/tally.ts';

/** All that the sentence about many runs says. */
export interface ManySummary {
  /** More runs are on their way. */
  readonly going: boolean;
  readonly done: number;
  readonly wanted: number;
  readonly distinct: number;
  readonly meaning: Meaning;
  /** Runs that a limit ended. */
  readonly cut: number;
  /** Runs that printed what the expectation does not allow. */
  readonly impossible: number;
  readonly expected: boolean;
  /** Nobody said what is possible; rules and a recorded run do. */
  readonly derived: boolean;
  /** Possible outputs that never came; undefined when they can't be counted. */
  readonly never: number | undefined;
  /** The first runs were all ended by a limit, so the others were not made. */
  readonly gaveUp: boolean;
  /** Whether rules fix the order of all lines of a recorded run, or leave some of it open. */
  readonly byRule: 'fixed' | 'open' | 'unknown';
}

/** All that the sentence about runs everywhere says. */
export interface EverywhereSummary {
  readonly going: boolean;
  readonly nodes: number;
  /** Different ones among those that ran. */
  readonly versions: number;
  /** Different ones, not counting how errors are worded. */
  readonly outputs: number;
  /** Some differ in how errors are worded. */
  readonly worded: boolean;
  readonly failed: number;
  readonly cut: boolean;
  readonly impossible: boolean;
  /** Whether all Nodes print the same as long as the kind of module is the same. */
  readonly versionsAgree: boolean;
  readonly bothKinds: boolean;
  /** Every run printed the same, though rules leave another order open. */
  readonly open: boolean;
  /** What all of the difference between versions comes from, where one thing alone explains it. */
  readonly cause?: 'race' | 'errorTexts' | undefined;
}
