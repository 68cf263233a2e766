import type { Review } from '../review/review-projection.lazy.ts';

/** What was reviewed on each day of study on which anything was. */
export interface Activity {
  /** By the number of the day, in no order: see `numberOfDay`. */
  readonly days: ReadonlyMap<number, DayOfReviews>;
  readonly reviews: number;
  /** The first day; undefined when there is none. */
  readonly first: number | undefined;
}

export interface DayOfReviews {
  readonly reviews: number;
  /** Of these, those that were rated *again*. */
  readonly again: number;
}

/** @param dayOf the number of the day of study of a moment */
export function createActivity(dayOf: (at: number) => number) {
  const days = new Map<number, { reviews: number; again: number }>();
  return {
    add(history: readonly Review[]): void {
      for (const { at, rating } of history) {
        const number = dayOf(at);
        const day = days.get(number) ?? { reviews: 0, again: 0 };
        days.set(number, day);
        day.reviews += 1;
        if (rating === 'again') day.again += 1;
      }
    },
    result(): Activity {
      let reviews = 0;
      let first: number | undefined;
      for (const [number, day] of days) {
        reviews += day.reviews;
        if (first === undefined || number < first) first = number;
      }
      return { days, reviews, first };
    },
  };
}
