import { randomNumbers, shuffled } from '../collections/shuffled.ts';

/** Choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to one less than `limit`. */
  below(limit: number): number;
  /** Whether something with this probability happens. */
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

export function randomFrom(seed: number): Random {
  const next = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(items) {
      const [item] = items.slice(below(items.length));
      if (item === undefined) throw new RangeError('There is nothing to pick from');
      return item;
    },
    shuffled: (items) => shuffled(items, next),
  };
}

/** A seed for one of several things that are made from one seed. */
export function derivedSeed(seed: number, index: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
}
