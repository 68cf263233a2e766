import { reviewOnlyDays } from '../study-day.ts';
import { daysNeeded, longestOf, minutesOf, smallestLoad, spread, type Sized } from './spread.ts';

/** What the plan of study has, each list in its order. */
export interface PlanLists<Item> {
  readonly weeks: readonly Item[];
  readonly finalWeek: readonly Item[];
  /** For the days that bring nothing new. */
  readonly lastDays: readonly Item[];
}

/** The time that there is. Days are numbers that grow by 1 from one day of study to the next. */
export interface PlanTime {
  readonly today: number;
  readonly interview: number;
  /** Minutes that a day has for the plan; as many as the longest item takes, whatever is wanted. */
  readonly capacity: number;
}

export interface PlanDays<Item> {
  /** Those that have something, from today on. */
  readonly days: readonly PlanDay<Item>[];
  /** What was ticked before today. */
  readonly done: readonly Item[];
  /** What no day is left for. */
  readonly left: readonly Item[];
  /** Minutes of the fullest day, where that is more than the capacity: fewer are impossible in this order. */
  readonly overload: number | undefined;
  /** Whether it would be shorter with more days before the interview; those that bring nothing new are never more. */
  readonly isDateTheReason: boolean;
}

export interface PlanDay<Item> {
  readonly day: number;
  readonly minutes: number;
  readonly items: readonly Item[];
  readonly isReview: boolean;
}

/** Days before those that bring nothing new, in which the list of the final week is gone through. */
const finalWeekDays = 5;

/**
 * The plan as days, from today to the day before the interview. It is made anew from what is not ticked yet: what
 * was missed yesterday is spread over the days that are left. What was ticked today stays where it was this
 * morning, so that a day ends when its items are done.
 * @param tickedOn the day on which an item was ticked; undefined while it is not
 */
export function planDays<Item extends Sized>(
  { weeks, finalWeek, lastDays }: PlanLists<Item>,
  { today, interview, capacity: wanted }: PlanTime,
  tickedOn: (item: Item) => number | undefined,
): PlanDays<Item> {
  const isOpen = (item: Item): boolean => (tickedOn(item) ?? Infinity) >= today;
  const [study, final, review] = [weeks, finalWeek, lastDays].map((list) =>
    list.filter(isOpen),
  ) as [Item[], Item[], Item[]];
  const done = [...weeks, ...finalWeek, ...lastDays].filter((item) => !isOpen(item));
  const capacity = Math.max(wanted, longestOf([...study, ...final, ...review]));
  const daysLeft = Math.max(0, interview - today);
  const learning = Math.max(0, daysLeft - reviewOnlyDays);
  const reviewing = daysLeft - learning;
  const learned = learning > 0 ? learningDays(study, final, learning, capacity) : [];
  const reviewed = reviewing > 0 ? spread(review, reviewing) : [];
  const days = [...learned, ...reviewed].map((items, index) => ({
    ...{ day: today + index, minutes: minutesOf(items), items },
    isReview: index >= learning,
  }));
  const fullest = longestOf(days);
  return {
    days: days.filter(({ items }) => items.length > 0),
    ...{ done, overload: fullest > capacity ? fullest : undefined },
    isDateTheReason: fullest > capacity && fullest > smallestLoad(review, reviewOnlyDays),
    left: [...(learning > 0 ? [] : [...study, ...final]), ...(reviewing > 0 ? [] : review)],
  };
}

/** The list of the final week has its own days at the end, unless there is not enough time for both. */
function learningDays<Item extends Sized>(
  study: readonly Item[],
  final: readonly Item[],
  days: number,
  capacity: number,
): readonly (readonly Item[])[] {
  const own = Math.max(finalWeekDays, daysNeeded(final, capacity));
  const before = days - own;
  const isEnough =
    before > 0 && smallestLoad(study, before) <= capacity && smallestLoad(final, own) <= capacity;
  if (isEnough) return [...spread(study, before), ...spread(final, own)];
  return spread([...study, ...final], days);
}
