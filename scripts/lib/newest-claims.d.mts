/** Days after which somebody should look again. */
export const freshDays: number;
/** Sentences that name a version as the newest while the page does not say when that was checked. */
export function undatedClaims(text: string): { line: number; sentence: string }[];
/** Places that say "checked Month Year" and whose month is long over. */
export function staleClaims(
  text: string,
  now: Date,
): { line: number; checked: string; days: number }[];
