import type { QueuedCard, ReviewQueue } from './review-queue.ts';

/** The part of a queue that is due, to be redone, or new. */
export function partOf(
  { cards, due, redo }: ReviewQueue,
  part: 'due' | 'redo' | 'new',
): readonly QueuedCard[] {
  if (part === 'due') return cards.slice(0, due);
  return part === 'redo' ? cards.slice(due, due + redo) : cards.slice(due + redo);
}
