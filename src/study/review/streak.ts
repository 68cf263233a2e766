/**
 * How many days in a row, up to today, something was reviewed. A day that is not over yet breaks
 * nothing: without a review today the streak is that of yesterday.
 * @param days the numbers of the days on which something was reviewed, such as days since 1970
 * @param today the number of this day
 */
export function streakOf(days: Iterable<number>, today: number): number {
  const reviewed = new Set(days);
  let day = reviewed.has(today) ? today : today - 1;
  let count = 0;
  while (reviewed.has(day)) {
    count += 1;
    day -= 1;
  }
  return count;
}
