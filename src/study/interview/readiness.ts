import type { Level } from '../../bank/levels.ts';
import type { Interviewed } from './interviewed.ts';
import { average, scoresOf } from './scores.ts';

/** What the last interviews say of a level; never a promise. */
export type Readiness =
  /** Too few for a word on it. */
  | { readonly kind: 'tooFew'; readonly count: number; readonly wanted: number }
  | {
      readonly kind: 'ready' | 'notYet';
      readonly average: number;
      readonly lowest: number;
      /** The last ones, the oldest first. */
      readonly scores: readonly number[];
    };

const [wantedCount, wantedAverage, leastScore] = [3, 3, 2];

export const readinessBounds = { count: wantedCount, average: wantedAverage, least: leastScore };

/**
 * By the score of the key points, over the last three interviews of the level in which at least half of what was
 * drawn was answered.
 * @param interviews in the order of time
 */
export function readiness(interviews: readonly Interviewed[], level: Level): Readiness {
  const scores = interviews.flatMap((one) => {
    const score = one.level === level ? countedScore(one) : undefined;
    return score === undefined ? [] : [score];
  });
  if (scores.length < wantedCount) {
    return { kind: 'tooFew', count: scores.length, wanted: wantedCount };
  }
  const last = scores.slice(-wantedCount);
  const [mean, lowest] = [
    average(last) ?? 0,
    last.reduce((less, one) => Math.min(less, one), Infinity),
  ];
  const kind = mean >= wantedAverage && lowest >= leastScore ? 'ready' : 'notYet';
  return { kind, average: mean, lowest, scores: last };
}

/** Undefined for an interview that was broken off, or that nothing could be judged in. */
export function countedScore({ items, drawn }: Interviewed): number | undefined {
  return items.length * 2 >= drawn ? scoresOf(items)?.points : undefined;
}
