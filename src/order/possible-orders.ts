import type { Order } from './order.ts';

/**
 * What the record of one run tells of all runs of the same program. Lines are named by their
 * places in the output of that run.
 */
export interface PossibleOrders {
  /** The outputs that the rules leave possible; absent when there are too many to write down. */
  readonly order?: Order;
  /** What the rules say of two lines of the run, of which the first was printed earlier. */
  readonly relation: (earlier: number, later: number) => Relation;
  /**
   * Whether another order can only move lines. If not, callbacks may share something that changes
   * (a counter, a promise that several of them settle), and in another order the program may
   * print something else, or at another place.
   */
  readonly movesOnly: boolean;
  /**
   * The first line of the run that another order might move or change. The run's length when only
   * more lines might follow, and more than that when every run ends there.
   */
  readonly fixedUntil: number;
}

/** `certain`: in this order in every run; `unknown`: what decides it was not recorded. */
export type Relation = 'certain' | 'race' | 'unknown';
