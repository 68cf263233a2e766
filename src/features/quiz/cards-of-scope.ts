import { shuffled } from '../../collections/shuffled.ts';
import type { CardId } from '../../study/event.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import { mixed } from '../../study/review/review-queue.ts';
import type { Services } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import { isOfToday, type QuizScope } from './quiz-scope.ts';

/** Nobody answers more in one go; the next quiz of the same scope draws others. */
const mostCards = 200;

/** The cards of a scope, in the order in which they are asked. */
export async function cardsOf(
  services: Pick<Services, 'bank' | 'progress'>,
  study: StudyService,
  scope: QuizScope,
): Promise<readonly CardId[]> {
  const cards = await inScope(services, study, scope);
  // A question before what builds on it; what is due has an order of its own.
  const asIs = isOfToday(scope) || scope.kind === 'question';
  const asked = asIs ? cards : mixed(shuffled(cards, Math.random).slice(0, mostCards));
  return asked.map(({ id }) => id);
}

/** The cards of a scope, in no order that matters but for what is due. */
export async function inScope(
  { bank, progress }: Pick<Services, 'bank' | 'progress'>,
  study: StudyService,
  scope: QuizScope,
): Promise<readonly ReviewCard[]> {
  if (scope.kind === 'due' || scope.kind === 'reviews' || scope.kind === 'new') {
    const { cards } = await study.queue();
    if (scope.kind === 'due') return cards;
    return cards.filter(({ memory }) => (scope.kind === 'new') === (memory === undefined));
  }
  const all = [...(await study.cards()).values()];
  switch (scope.kind) {
    case 'topic':
      return all.filter(({ topic }) => topic === scope.id);
    case 'question':
      return all.filter(({ question }) => question === scope.id);
    case 'level':
      return all.filter(({ level }) => level === scope.level);
    case 'bookmarks': {
      await bank.loadAll();
      const kept = await progress.load();
      return all.filter(({ question }) => kept.bookmarked(question));
    }
    case 'missed': {
      const reviews = await study.reviews();
      return all.filter(({ id }) => {
        const last = reviews.history(id).at(-1)?.rating;
        return last === 'again' || last === 'hard';
      });
    }
  }
}
