import type { DrillLevel } from '../../study/drill/drill-run.ts';
import type { Review } from '../../study/review/review-projection.lazy.ts';

/** Harder programs, the more often in a row a belief was overcome. */
export function levelAfter(reviews: readonly Review[]): DrillLevel {
  const right = reviews.length - 1 - reviews.findLastIndex(({ rating }) => rating === 'again');
  return right >= 3 ? 4 : right === 2 ? 3 : right === 1 ? 2 : 1;
}
