import { day } from '../review/memory.ts';
import { numberOfDay, studyDay, type StudyDay } from '../study-day.ts';

/**
 * `numberOfDay` for many moments: to ask the calendar for each of thousands would take longer than all else. A day of
 * study is looked for by the day of UTC, which has parts of two of them, or of three.
 */
export function createDayNumbers(): (at: number) => number {
  const known = new Map<number, (StudyDay & { readonly number: number })[]>();
  return (at) => {
    const utc = Math.floor(at / day);
    let days = known.get(utc);
    if (!days) known.set(utc, (days = []));
    for (const one of days) if (at >= one.start && at < one.end) return one.number;
    const found = { ...studyDay(at), number: numberOfDay(at) };
    days.push(found);
    return found.number;
  };
}

/** When a day of study begins where the user is. @param number see `numberOfDay` @returns milliseconds since 1970 */
export function startOfDay(number: number): number {
  const date = new Date(number * day);
  const noon = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  return studyDay(noon.getTime()).start;
}
