import { shuffled } from '../../collections/shuffled.ts';
import type { CardId } from '../../study/event.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import { mixed } from '../../study/review/review-queue.ts';
import type { Services } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import type { QuizScope } from './quiz-scope.ts';

/** The cards of a scope, in the order in which they are asked. */
export async function cardsOf(
  { bank, progress }: Pick<Services, 'bank' | 'progress'>,
  study: StudyService,
  scope: QuizScope,
): Promise<readonly CardId[]> {
  if (scope.kind === 'due') return idsOf((await study.queue()).cards);
  const all = [...(await study.cards()).values()];
  const chosen = (choose: (card: ReviewCard) => boolean): readonly CardId[] =>
    idsOf(mixed(shuffled(all.filter(choose), Math.random)));
  switch (scope.kind) {
    case 'topic':
      return chosen(({ topic }) => topic === scope.id);
    case 'question':
      return idsOf(all.filter(({ question }) => question === scope.id));
    case 'level':
      return chosen(({ level }) => level === scope.level);
    case 'bookmarks': {
      await bank.loadAll();
      const kept = await progress.load();
      return chosen(({ question }) => kept.bookmarked(question));
    }
    case 'missed': {
      const reviews = await study.reviews();
      return chosen(({ id }) => {
        const last = reviews.history(id).at(-1)?.rating;
        return last === 'again' || last === 'hard';
      });
    }
  }
}

const idsOf = (cards: readonly ReviewCard[]): readonly CardId[] => cards.map(({ id }) => id);
