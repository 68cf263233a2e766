import type { Review } from '../review/review-projection.lazy.ts';
import { stageAfter, type Stage } from './stage-after.ts';

/**
 * How much was really remembered. Only what had time to be forgotten counts: a card that is asked after days, the
 * first time that day. Steps of minutes, and what is repeated on the same day, are learning.
 */
export interface Retention {
  /** The last 30 days, today among them. */
  readonly recent: Recalls;
  /** The last twelve weeks, the oldest first; the last one ends today. */
  readonly weeks: readonly WeekOfRecalls[];
}

export interface Recalls {
  readonly reviews: number;
  /** Of these, those that were not rated *again*. */
  readonly recalled: number;
}

export interface WeekOfRecalls extends Recalls {
  /** The numbers of its first and last day: see `numberOfDay`. */
  readonly from: number;
  readonly to: number;
}

/** Where a share may really lie, from 0 to 1. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Of a normal distribution, for a confidence of 95 %. */
const z = 1.96;

/**
 * The 95 % confidence interval of a share, by Wilson's score: it stays between 0 and 1, and is right for few reviews too
 * (Brown, Cai, DasGupta: Interval Estimation for a Binomial Proportion, 2001). There has to be one at least.
 */
export function confidenceOf({ reviews, recalled }: Recalls): Range {
  const share = recalled / reviews;
  const weight = z ** 2 / reviews;
  const center = share + weight / 2;
  const spread = z * Math.sqrt((share * (1 - share)) / reviews + weight / (4 * reviews));
  const bounded = (value: number): number => Math.min(1, Math.max(0, value / (1 + weight)));
  return { low: bounded(center - spread), high: bounded(center + spread) };
}

/** With fewer reviews, chance decides more about a share than memory does. */
export const fewestForRetention = { recent: 20, week: 10 };

export const recentDays = 30;
const weekCount = 12;

/** @param today the number of this day */
export function createRetention(today: number) {
  const recent = { reviews: 0, recalled: 0 };
  const weeks = Array.from({ length: weekCount }, () => ({ reviews: 0, recalled: 0 }));

  function count(number: number, { rating }: Review): void {
    // A clock that was set back has reviews in the future: they are of today.
    const ago = Math.max(0, today - number);
    const counts = [...(ago < recentDays ? [recent] : []), weeks[Math.floor(ago / 7)]];
    for (const one of counts) {
      if (!one) continue;
      one.reviews += 1;
      if (rating !== 'again') one.recalled += 1;
    }
  }

  return {
    /**
     * @param history all reviews of a card, in the order of time
     * @param on the numbers of their days: see `numberOfDay`
     */
    add(history: readonly Review[], on: readonly number[]): void {
      let before: Stage | undefined;
      let last = -Infinity;
      for (const [index, review] of history.entries()) {
        const number = on[index] ?? 0;
        if (before?.stage === 'review' && number > last) count(number, review);
        before = stageAfter(before, review.rating);
        last = number;
      }
    },
    result(): Retention {
      const told = weeks.map((week, ago): WeekOfRecalls => {
        const to = today - 7 * ago;
        return { ...week, from: to - 6, to };
      });
      return { recent, weeks: told.reverse() };
    },
  };
}
