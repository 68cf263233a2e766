import type { Rating } from '../event.ts';
import type { Memory } from '../review/memory.ts';

/** Where a card stands: how far it is in its steps of minutes, or that it is asked after days. */
export type Stage = Pick<Memory, 'stage' | 'step'>;

/** How many steps of minutes each stage has: see the scheduler in `review/memory.ts`. */
const steps = { learning: 2, relearning: 1 };

const first: Stage = { stage: 'learning', step: 0 };
const learned: Stage = { stage: 'review', step: 0 };
const forgotten: Stage = { stage: 'relearning', step: 0 };

/**
 * The stage after a review, without the rest of what FSRS computes: a hundred thousand reviews are told
 * apart in a moment. A test holds it against FSRS.
 * @param before undefined for a card that is new
 */
export function stageAfter(before: Stage | undefined, rating: Rating): Stage {
  const at = before ?? first;
  const { stage, step } = at;
  if (stage === 'review') return rating === 'again' ? forgotten : at;
  if (rating === 'again') return stage === 'learning' ? first : forgotten;
  if (rating === 'hard') return at;
  const next = rating === 'easy' ? steps[stage] : step + 1;
  return next < steps[stage] ? { stage, step: next } : learned;
}
