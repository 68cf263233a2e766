import { isAsked, wantedRecalls, type Interview } from './policy.ts';
import type { ReviewCard } from './review-card.ts';
import type { Reviews } from './review-projection.lazy.ts';

/** How far somebody is with the cards that an interview asks for. */
export interface InterviewProgress {
  /** Days of study from today to the interview; 0 on its day, below 0 afterwards. */
  readonly days: number;
  /** Cards of the interview's level and those below it. */
  readonly cards: number;
  /** Of these, the ones that were recalled as often as wanted. */
  readonly ready: number;
}

/** @param days see `InterviewProgress.days` */
export function interviewProgress(
  cards: Iterable<ReviewCard>,
  reviews: Pick<Reviews, 'history'>,
  interview: Interview,
  days: number,
): InterviewProgress {
  let [all, ready] = [0, 0];
  for (const { id, level } of cards) {
    if (!isAsked(interview, level)) continue;
    all += 1;
    const recalled = reviews.history(id).filter(({ rating }) => rating !== 'again');
    if (recalled.length >= wantedRecalls) ready += 1;
  }
  return { days, cards: all, ready };
}
