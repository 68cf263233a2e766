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

export function createActivity() {
  const days = new Map<number, { reviews: number; again: number }>();
  return {
    /** @param on the numbers of the days of the reviews: see `numberOfDay` */
    add(history: readonly Review[], on: readonly number[]): void {
      for (const [index, { rating }] of history.entries()) {
        const number = on[index] ?? 0;
        let day = days.get(number);
        if (!day) days.set(number, (day = { reviews: 0, again: 0 }));
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
