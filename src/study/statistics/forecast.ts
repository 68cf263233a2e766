import type { CardId } from '../event.ts';
import type { Memory } from '../review/memory.ts';
import { askedAt, type Policy } from '../review/policy.ts';
import type { ReviewCard } from '../review/review-card.ts';
import { studyDay } from '../study-day.ts';
import { startOfDay } from './day-numbers.ts';

/** When the cards that were begun are due, as things are now: each once, without those that are new. */
export interface Forecast {
  /** How many on each of the next days: the first is today, with what is overdue and not put off until tomorrow. */
  readonly days: readonly number[];
  /** How many after these. */
  readonly later: number;
}

export const forecastDays = 30;

/**
 * @param today the number of this day
 * @param dayOf the number of the day of study of a moment
 * @param due the cards that are due now: what else of today is left waits until tomorrow, as the queue has it
 */
export function createForecast(
  policy: Policy,
  today: number,
  dayOf: (at: number) => number,
  due: ReadonlySet<CardId>,
) {
  const days = Array.from({ length: forecastDays }, () => 0);
  let later = 0;
  const day = studyDay(startOfDay(today));

  return {
    add({ id, level }: ReviewCard, memory: Memory): void {
      const ahead = dayOf(askedAt(memory, policy, level, day)) - today;
      // A learning step that ends today is not put off.
      const first = memory.stage === 'review' ? 1 : 0;
      const at = due.has(id) ? 0 : Math.max(first, ahead);
      if (at < forecastDays) days[at] = (days[at] ?? 0) + 1;
      else later += 1;
    },
    result: (): Forecast => ({ days, later }),
  };
}
