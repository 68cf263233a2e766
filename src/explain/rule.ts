import type { Explanation } from '../trace/explanation.ts';
import type { TracedLine } from '../trace/model.ts';
import type { SourceId } from './sources.ts';
import type { TraceIndex } from './trace-index.ts';

export type Certainty = Explanation['certainty'];

/** What the rules say of other callbacks of the same run. */
export interface Judge {
  /** Whether other runs have two callbacks in this order, by the rule that explains them. */
  readonly certaintyOf: (earlier: number, later: number) => Certainty;
  /** The same of a callback and what did not run: a task that might have been next after it. */
  readonly wouldFollow: (earlier: number, task: number) => Certainty;
}

/** Two callbacks, of which `earlier` printed first. All are indexes of callbacks. */
export interface Pair extends Judge {
  readonly record: TraceIndex;
  readonly earlier: number;
  readonly later: number;
  /** The callbacks of the loop (or the script) that they are, or that they ran after. */
  readonly first: number;
  readonly second: number;
  /** The printed lines, when the pair is about lines. */
  readonly lines?: { readonly earlier: TracedLine; readonly later: TracedLine };
  /** An expectation says that every run has them in this order, though the clock alone would not. */
  readonly isFixed?: true;
}

/** Names callbacks as their author would: "the `setTimeout` callback on line 3 (10 ms)". */
export interface Phrasing {
  callback(index: number): string;
  /** What was scheduled, where two of its calls need not be told apart. */
  thing(index: number): string;
  /** Something that did not run, by its task. */
  pending(task: number): string;
  /** `callback` at the beginning of a sentence. */
  Callback(index: number): string;
  /** "on line 3" */
  place(index: number): string;
}

/** One reason for which one line comes before another. */
export interface Rule {
  readonly id: string;
  /** The rule as one sentence. */
  readonly title: string;
  readonly applies: (pair: Pair) => boolean;
  /** `certain` when absent. */
  readonly certainty?: (pair: Pair) => Certainty;
  /** Judged by the times of this run: an expectation knows better whether others differ. */
  readonly byClock?: true;
  /** Where it is not certain, its own text says so and why; else a sentence about that is added. */
  readonly saysDoubt?: true;
  /** What it means for this pair: whole sentences, code in backticks. */
  readonly text: (pair: Pair, say: Phrasing) => string;
  readonly source: SourceId;
  /** Id of the question of the bank that teaches it. */
  readonly question: string;
}
