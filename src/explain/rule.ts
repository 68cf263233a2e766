import type { Certainty, Pair } from './pair.ts';
import type { SourceId } from './sources.ts';
import type { Words } from './words.ts';

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
  /** What it means for this pair: whole sentences, code in backticks. */
  readonly text: (pair: Pair, say: Words) => string;
  readonly source: SourceId;
  /** Id of the question of the bank that teaches it. */
  readonly question: string;
}
