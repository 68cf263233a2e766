import { shuffled } from '../../collections/shuffled.ts';
import type { CardId } from '../../study/event.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import { partOf } from '../../study/review/queue-part.ts';
import { mixed, type ReviewQueue } from '../../study/review/review-queue.ts';
import type { Services } from '../services/services.ts';
import type { StudyService } from '../services/study.ts';
import { isOfToday, type BankScope, type QuizScope, type TodayScope } from './quiz-scope.ts';

/** Nobody answers more in one go; the next quiz of the same scope draws others. */
const mostCards = 200;

type ScopeServices = Pick<Services, 'bank' | 'progress' | 'drills'>;

/** The cards of a scope, in the order in which they are asked. */
export async function cardsOf(
  services: ScopeServices,
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
  services: ScopeServices,
  study: StudyService,
  scope: QuizScope,
): Promise<readonly ReviewCard[]> {
  return isOfToday(scope) ? ofToday(await study.queue(), scope) : ofBank(services, study, scope);
}

function ofToday(queue: ReviewQueue, { kind }: TodayScope): readonly ReviewCard[] {
  switch (kind) {
    case 'due':
      return queue.cards;
    case 'one':
      return queue.cards.slice(0, 1);
    case 'reviews':
      return partOf(queue, 'due');
    case 'redo':
    case 'new':
      return partOf(queue, kind);
  }
}

async function ofBank(
  { bank, progress, drills }: ScopeServices,
  study: StudyService,
  scope: BankScope,
): Promise<readonly ReviewCard[]> {
  const all = [...(await study.cards()).values()];
  switch (scope.kind) {
    case 'topic':
      return all.filter(({ topic }) => topic === scope.id);
    case 'question':
      return all.filter(({ question }) => question === scope.id);
    case 'card':
      return all.filter(({ id }) => id === scope.id);
    case 'questions': {
      const wanted = new Set(scope.ids);
      return all.filter(({ question }) => wanted.has(question));
    }
    case 'tag': {
      const loaded = await bank.loadAll();
      return all.filter(({ question }) => loaded.question(question)?.tags.includes(scope.id));
    }
    case 'level':
      return all.filter(({ level }) => level === scope.level);
    case 'bookmarks': {
      await bank.loadAll();
      const kept = await progress.load();
      return all.filter(({ question }) => kept.bookmarked(question));
    }
    case 'rules': {
      // Wrong predictions have made these cards; right answers have done away with some of the beliefs.
      const beliefs = await (await drills.load()).beliefs();
      const gone = new Set(beliefs.filter(({ state }) => state === 'gone').map(cardOf));
      return all.filter(({ id, kind }) => kind === 'belief' && !gone.has(id));
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

const cardOf = ({ belief }: { readonly belief: string }): CardId => `belief:${belief}`;
