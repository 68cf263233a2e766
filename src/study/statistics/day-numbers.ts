import { day } from '../review/memory.ts';
import { numberOfDay, studyDay } from '../study-day.ts';

/** Milliseconds. */
const quarter = 15 * 60_000;

/**
 * `numberOfDay` for many moments: days begin at a quarter of an hour wherever one is, and to ask the calendar
 * of each review would take longer than all else.
 */
export function createDayNumbers(): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const number = Math.floor(at / quarter);
    let found = known.get(number);
    if (found === undefined) known.set(number, (found = numberOfDay(number * quarter)));
    return found;
  };
}

/** When a day of study begins where the user is. @param number see `numberOfDay` @returns milliseconds since 1970 */
export function startOfDay(number: number): number {
  const date = new Date(number * day);
  const noon = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  return studyDay(noon.getTime()).start;
}
