import type { Explanation } from '../trace/explanation.ts';
import type { TracedLine } from '../trace/model.ts';
import type { Recorded } from './recorded.ts';

export type Certainty = Explanation['certainty'];

/** Two callbacks, of which `earlier` printed first. All are indexes of callbacks. */
export interface Pair {
  readonly record: Recorded;
  readonly earlier: number;
  readonly later: number;
  /** The callbacks of the loop (or the script) that they are, or that they ran after. */
  readonly first: number;
  readonly second: number;
  /** The printed lines, when the pair is about lines. */
  readonly lines?: { readonly earlier: TracedLine; readonly later: TracedLine };
  /** Whether other runs have two callbacks in this order, by the rule that explains them. */
  readonly certaintyOf: (earlier: number, later: number) => Certainty;
}
