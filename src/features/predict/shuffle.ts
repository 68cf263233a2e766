import { randomNumbers, shuffled } from '../../collections/shuffled.ts';

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
  let order = shuffled(items, random);
  for (let attempt = 1; attempt < attempts && isRight(order); attempt++) {
    order = shuffled(items, random);
  }
  return order;
}

/** Two lines in a fixed order, the worst case, come out right in one of 2^40 seeds. */
const attempts = 40;
