import type { Rating } from '../event.ts';

/** What is known of how well something is answered. */
export interface Known {
  /** The rating of the last review. */
  readonly last?: Rating | undefined;
  /** The probability that it is recalled now, 0 to 1. */
  readonly recall?: number | undefined;
  /** It was last predicted wrong. */
  readonly predictedWrong?: boolean | undefined;
  /** The last score of an interview by key points, 1 to 4. */
  readonly score?: number | undefined;
}

/** Of what nobody knows anything about. */
const unknown = 0.5;

const ofRating: Readonly<Record<Rating, number>> = { again: 1, hard: 0.7, good: 0.2, easy: 0 };

/** How much somebody needs to be asked something, from 0 to 1: the worst of what is known says it. */
export function weaknessOf({ last, recall, predictedWrong, score }: Known): number {
  const signs = [
    ...(last === undefined ? [] : [ofRating[last]]),
    ...(recall === undefined ? [] : [1 - recall]),
    ...(predictedWrong === true ? [1] : []),
    ...(score === undefined ? [] : [(4 - score) / 3]),
  ];
  return signs.length === 0
    ? unknown
    : signs.reduce((most, one) => Math.max(most, Math.min(1, one)), 0);
}
