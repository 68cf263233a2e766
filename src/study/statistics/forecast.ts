import type { Memory } from '../review/memory.ts';
import { dueAt, isWanted, type Policy } from '../review/policy.ts';
import type { ReviewCard } from '../review/review-card.ts';
import { noonOf, studyDay } from '../study-day.ts';
import { startOfDay } from './day-numbers.ts';

/** When the cards that were begun are due, as things are now: each once, without those that are new. */
export interface Forecast {
  /** How many on each of the next days: the first is today, with all that is overdue. */
  readonly days: readonly number[];
  /** How many after these. */
  readonly later: number;
}

export const forecastDays = 30;

/** @param today the number of this day @param dayOf the number of the day of study of a moment */
export function createForecast(policy: Policy, today: number, dayOf: (at: number) => number) {
  const days = Array.from({ length: forecastDays }, () => 0);
  let later = 0;
  const start = startOfDay(today);
  const isOpen = (level: ReviewCard['level']): boolean => isWanted(policy, level, studyDay(start));
  const open = { junior: isOpen('junior'), mid: isOpen('mid'), senior: isOpen('senior') };
  /** What is above the level of the next interview waits for its day: see `isWanted`. */
  const opens = policy.interview ? dayOf(noonOf(policy.interview.at)) : today;

  return {
    add({ level }: ReviewCard, memory: Memory): void {
      const due = dayOf(dueAt(memory, policy, level));
      const ahead = Math.max(due, open[level] ? today : opens) - today;
      const at = Math.max(0, ahead);
      if (at < forecastDays) days[at] = (days[at] ?? 0) + 1;
      else later += 1;
    },
    result: (): Forecast => ({ days, later }),
  };
}
