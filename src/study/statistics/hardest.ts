import type { Memory } from '../review/memory.ts';
import type { ReviewCard } from '../review/review-card.ts';
import type { Review } from '../review/review-projection.lazy.ts';

/** A card that is hard to remember. */
export interface HardCard {
  readonly card: ReviewCard;
  readonly reviews: number;
  /** Reviews that were rated *again*. */
  readonly again: number;
  /** FSRS's difficulty, 1 to 10. */
  readonly difficulty: number;
  /** In days: see `Known.stability`. */
  readonly stability: number;
}

/** After fewer reviews, nothing can be said of a card. */
export const fewestForHardest = 3;
export const mostHardest = 10;

/** Of what was forgotten at least once, the cards with the highest difficulty; where it is equal, those forgotten more often. */
export function createHardest() {
  let hardest: HardCard[] = [];
  return {
    add(card: ReviewCard, history: readonly Review[], { difficulty, stability }: Memory): void {
      if (history.length < fewestForHardest) return;
      const again = history.filter(({ rating }) => rating === 'again').length;
      if (again === 0) return;
      hardest.push({ card, reviews: history.length, again, difficulty, stability });
      // Few are wanted, of perhaps thousands.
      if (hardest.length > 10 * mostHardest) hardest = best(hardest);
    },
    result: (): readonly HardCard[] => best(hardest),
  };
}

const best = (cards: readonly HardCard[]): HardCard[] =>
  cards
    .toSorted((one, other) => other.difficulty - one.difficulty || other.again - one.again)
    .slice(0, mostHardest);
