import type { Check, Choice } from './model.ts';
import { randomNumbers, shuffled } from '../collections/shuffled.ts';

/** A choice, and its place in the bank: the log names choices by it. */
export interface ShownChoice extends Choice {
  readonly index: number;
}

/**
 * A check's choices as they are shown: in an order that the author doesn't decide, so that no place
 * is more often right than another.
 * @param seed any integer; the same one gives the same order, and each check of a page its own
 */
export function shuffledChoices({ id, choices }: Check, seed: number): ShownChoice[] {
  const indexed = choices.map((choice, index) => ({ ...choice, index }));
  return shuffled(indexed, randomNumbers(seed ^ hashOf(id)));
}

/** FNV-1a, over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}
