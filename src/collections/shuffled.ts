/** The same items in a random order: Fisher and Yates, as in Knuth, The Art of Computer Programming, volume 2, algorithm P. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const swapped = result[chosen] as T;
    result[chosen] = result[last] as T;
    result[last] = swapped;
  }
  return result;
}

/** Numbers from 0 to 1, without 1, the same ones for the same seed (any integer): Mulberry32 by Tommy Ettinger, public domain. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
