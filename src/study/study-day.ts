/** A day of study, in milliseconds since 1970: it ends late at night rather than at midnight. */
export interface StudyDay {
  readonly start: number;
  readonly end: number;
}

/** The last days before an interview are for what is known already. */
export const reviewOnlyDays = 2;

/** Milliseconds. */
const day = 24 * 60 * 60_000;

/** Whoever studies after midnight still studies today. */
const dayBegins = 4;

/** The day of study of a moment, where the user is. */
export function studyDay(at: number): StudyDay {
  const start = beginning(at);
  const next = new Date(start);
  // Not 24 hours later: clocks are changed twice a year.
  next.setDate(next.getDate() + 1);
  return { start: start.getTime(), end: next.getTime() };
}

/**
 * A moment of the day that a calendar shows, given when it begins: its midnight is still of the day of study before.
 * @param midnight milliseconds since 1970, as is what is answered
 */
export const noonOf = (midnight: number): number => midnight + day / 2;

/** Grows by 1 from one day of study to the next, whatever clocks do. */
export function numberOfDay(at: number): number {
  const start = beginning(at);
  return Date.UTC(start.getFullYear(), start.getMonth(), start.getDate()) / day;
}

function beginning(at: number): Date {
  const start = new Date(at);
  if (start.getHours() < dayBegins) start.setDate(start.getDate() - 1);
  start.setHours(dayBegins, 0, 0, 0);
  return start;
}
