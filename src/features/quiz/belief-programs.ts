import type { DrillLevel } from '../../study/drill/drill-run.ts';
import type { Review } from '../../study/review/review-projection.lazy.ts';
import type { ReadyDrill, DrillService } from '../services/drills.ts';
import type { StudyService } from '../services/study.ts';
import type { QuizCard } from './quiz-card.ts';

export type BeliefCard = QuizCard & { readonly kind: 'belief' };

/** The programs of cards about a belief: another one whenever such a card is asked. */
export interface BeliefPrograms {
  /**
   * A program that the belief gets wrong.
   * @param key of the time the card is asked: a page that is drawn twice meanwhile has one program
   * @param recipe of the program, if it has been made before, maybe before a restart
   */
  of(card: BeliefCard, key: string, recipe: string | undefined): Promise<ReadyDrill>;
}

/** @param signal aborts what is being made */
export function createBeliefPrograms(
  load: () => Promise<DrillService>,
  study: StudyService,
  signal: AbortSignal,
): BeliefPrograms {
  let made: ReadyDrill | undefined;
  let making: { readonly key: string; readonly program: Promise<ReadyDrill> } | undefined;

  async function make({ id, belief }: BeliefCard, recipe: string | undefined): Promise<ReadyDrill> {
    const drills = await load();
    const known = recipe === undefined ? undefined : await drills.ofRecipe(recipe, signal);
    const level = levelAfter((await study.reviews()).history(id));
    return known ?? drills.next({ level, against: belief.id }, signal);
  }

  return {
    async of(card, key, recipe) {
      if (made && made.recipe === recipe) return made;
      if (making?.key !== key) making = { key, program: make(card, recipe) };
      const current = making;
      try {
        const program = await current.program;
        // Another card may have been asked meanwhile.
        if (making === current) made = program;
        return program;
      } finally {
        if (making === current) making = undefined;
      }
    },
  };
}

/** Harder programs, the more often in a row a belief was overcome. */
function levelAfter(reviews: readonly Review[]): DrillLevel {
  const right = reviews.length - 1 - reviews.findLastIndex(({ rating }) => rating === 'again');
  return right >= 3 ? 4 : right === 2 ? 3 : right === 1 ? 2 : 1;
}
