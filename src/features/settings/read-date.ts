/**
 * The beginning of a day, where the user is, in milliseconds since 1970.
 * @param value such as `2027-02-01`, or anything else that a settings file holds
 * @returns undefined for what is not a day of the calendar
 */
export function readDate(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value.trim()) : null;
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  // `new Date` takes February 30 for March 2.
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : undefined;
}
