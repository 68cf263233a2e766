/**
 * The same items in another order, which `seed` decides; not one that `isRight` accepts, unless
 * it accepts nearly all: a race of two lines has no other.
 * @param seed any integer
 */
export function shuffle<T>(
  items: readonly T[],
  seed: number,
  isRight: (items: readonly T[]) => boolean,
): T[] {
  const random = randomNumbers(seed);
  let shuffled = shuffleOnce(items, random);
  for (let attempt = 1; attempt < attempts && isRight(shuffled); attempt++) {
    shuffled = shuffleOnce(items, random);
  }
  return shuffled;
}

/** Two lines in a fixed order, the worst case, come out right in one of 2^40 seeds. */
const attempts = 40;

/** Fisher and Yates, as in Knuth, The Art of Computer Programming, volume 2, algorithm P. */
function shuffleOnce<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const swapped = result[chosen] as T;
    result[chosen] = result[last] as T;
    result[last] = swapped;
  }
  return result;
}

/** Numbers from 0 to 1, without 1: Mulberry32 by Tommy Ettinger, public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
