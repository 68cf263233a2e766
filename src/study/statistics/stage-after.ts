import type { Rating } from '../event.ts';
import type { Memory } from '../review/memory.ts';

/** Where a card stands: how far it is in its steps of minutes, or that it is asked after days. */
export type Stage = Pick<Memory, 'stage' | 'step'>;

/** How many steps of minutes each stage has: see the scheduler in `review/memory.ts`. */
const steps = { learning: 2, relearning: 1 };

/**
 * The stage after a review, without the rest of what FSRS computes: a hundred thousand reviews are told
 * apart in a moment. A test holds it against FSRS.
 * @param before undefined for a card that is new
 */
export function stageAfter(before: Stage | undefined, rating: Rating): Stage {
  const { stage, step } = before ?? { stage: 'learning', step: 0 };
  if (stage === 'review') {
    return rating === 'again' ? { stage: 'relearning', step: 0 } : { stage, step: 0 };
  }
  if (rating === 'again') return { stage, step: 0 };
  if (rating === 'hard') return { stage, step };
  const next = rating === 'easy' ? steps[stage] : step + 1;
  return next < steps[stage] ? { stage, step: next } : { stage: 'review', step: 0 };
}
