/** Indexes of equal items of two lists. */
export interface CommonPair {
  readonly left: number;
  readonly right: number;
}

/** The pairs of one longest common subsequence, in order. Costs length times length. */
export function commonSubsequence(a: readonly string[], b: readonly string[]): CommonPair[] {
  const width = b.length + 1;
  // lengths[i * width + j]: of the longest common subsequence of a from i on and b from j on.
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: CommonPair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push({ left: i++, right: j++ });
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
