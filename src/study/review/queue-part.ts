import type { QueuedCard, ReviewQueue } from './review-queue.ts';

/** The part of a queue that is due, to be redone, or new. */
export function partOf(
  { cards, due, redo, fresh }: ReviewQueue,
  part: 'due' | 'redo' | 'new',
): readonly QueuedCard[] {
  if (part === 'due') return cards.slice(0, due);
  const begun = due + redo;
  return part === 'redo' ? cards.slice(due, begun) : cards.slice(begun, begun + fresh);
}
