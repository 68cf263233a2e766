/**
 * Whether two shares may come from the same odds: the two-proportion z-test with pooled variance.
 * @returns the z score; beyond 3.48 on either side, chance alone does it once in 2,000 times
 */
export function zScore(one: Share, other: Share): number {
  const pooled = (one.hits + other.hits) / (one.of + other.of);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  return deviation === 0 ? 0 : (one.hits / one.of - other.hits / other.of) / deviation;
}

export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Two-sided, alpha 0.0005. */
export const significant = 3.48;
