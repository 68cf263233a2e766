/** What decides where a program leaves several ways open: which timer is due, which operation is done. */
export interface Chance {
  /** Chooses one of the ways, from 0; 0 is what an idle machine does. */
  choose(ways: number): number;
  /** Whether time passes between two statements; on a machine without load next to none does. */
  readonly timePasses: boolean;
  /**
   * As nearly always on a machine in use: the process is stopped for short times only, and an operation
   * takes longer than a turn of the loop that has something else to do.
   */
  readonly isUsual?: boolean;
  /** With `isUsual`: the body of an ES module runs in the poll phase, as on Node.js 20. */
  readonly startsInPoll?: boolean;
}

/** An idle, infinitely fast machine. */
export const nominal: Chance = { choose: () => 0, timePasses: false };
