/** The counts that a page offers, the configured one among them. */
export const offeredCounts = (count: number): number[] =>
  [...new Set([10, 50, 200, count])].sort((a, b) => a - b);
