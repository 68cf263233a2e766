/** What decides where a program leaves several ways open: which timer is due, which operation is done. */
export interface Chance {
  /** Chooses one of the ways, from 0; 0 is what an idle machine does. */
  choose(ways: number): number;
  /** Whether time passes between two statements; on a machine without load next to none does. */
  readonly timePasses: boolean;
}

/** An idle, infinitely fast machine. */
export const nominal: Chance = { choose: () => 0, timePasses: false };
