import type { CardId } from '../event.ts';
import { retrievability, type Memory } from './memory.ts';
import { dueAt, isWanted, newCardsOn, type Policy, type StudyDay } from './policy.ts';
import type { ReviewCard } from './review-card.ts';
import type { Reviews } from './review-projection.lazy.ts';

/** What is to be asked now, and what comes later. */
export interface ReviewQueue {
  /** In the order in which they are asked: what is due, then what is new. */
  readonly cards: readonly QueuedCard[];
  readonly due: number;
  readonly fresh: number;
  /** When the next card that waits is due, in milliseconds since 1970, if nothing changes. */
  readonly nextDue: number | undefined;
}

export interface QueuedCard extends ReviewCard {
  /** Undefined for a new one. */
  readonly memory: Memory | undefined;
}

export interface QueueContext {
  readonly reviews: Reviews;
  readonly policy: Policy;
  readonly today: StudyDay;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the user has opened a question's answer, or recalled it. */
  readonly knows: (question: string) => boolean;
}

/** A learning step that ends so soon is taken now when nothing else is left, in milliseconds. */
export const learnAhead = 20 * 60_000;

/**
 * What is due, the weakest topic first, then new cards in the order of the bank, with topics mixed and
 * never two of one question in a row. Siblings of what was reviewed today wait until tomorrow, and
 * a check or a snippet waits for its question.
 */
export function reviewQueue(cards: readonly ReviewCard[], context: QueueContext): ReviewQueue {
  const { reviews, policy, today, now } = context;
  const all = cards.map((card): QueuedCard => ({ ...card, memory: reviews.memory(card.id) }));
  const done = reviewedToday(all, context);
  const known = all.filter((card): card is Known => card.memory !== undefined);
  const due = known.filter((card) => isDue(card, context) && !isBuried(card, done));
  const room = Math.max(0, policy.reviewsPerDay - done.reviews);
  // A card in the midst of its steps is not put off by a limit.
  const [learning, review] = [due.filter(isLearning), due.filter((card) => !isLearning(card))];
  const asked = [...learning, ...byWeakness(review, now).slice(0, room)];
  const fresh = freshCards(all, context, done);
  const waiting = known.map((card) => dueAt(card.memory, policy, card.level));
  const later = waiting.filter((at) => at > Math.max(now, today.end - 1));
  return {
    cards: [...mixed(asked), ...mixed(fresh)],
    ...{ due: asked.length, fresh: fresh.length },
    nextDue: later.length > 0 ? later.reduce((one, other) => Math.min(one, other)) : undefined,
  };
}

type Known = QueuedCard & { readonly memory: Memory };

/** Days count as days: what is due tonight is asked this morning. Steps of minutes count as they are. */
function isDue({ memory, level }: Known, { policy, today, now }: QueueContext): boolean {
  if (memory.stage !== 'review') return memory.due <= now + learnAhead;
  return isWanted(policy, level, today) && dueAt(memory, policy, level) < today.end;
}

const isLearning = ({ memory }: QueuedCard): boolean =>
  memory !== undefined && memory.stage !== 'review';

interface Today {
  /** Questions of which a card was reviewed, with that card. */
  readonly questions: ReadonlyMap<string, ReadonlySet<CardId>>;
  readonly fresh: number;
  readonly reviews: number;
}

function reviewedToday(cards: readonly QueuedCard[], { reviews, today }: QueueContext): Today {
  const questions = new Map<string, Set<CardId>>();
  let [fresh, repeated] = [0, 0];
  for (const { id, question, memory } of cards) {
    if (!memory || memory.last < today.start) continue;
    questions.set(question, (questions.get(question) ?? new Set()).add(id));
    const [first] = reviews.history(id);
    if (first && first.at >= today.start) fresh += 1;
    else repeated += 1;
  }
  return { questions, fresh, reviews: repeated };
}

/** Whoever has just recalled an answer knows its quick checks without remembering anything. */
function isBuried({ id, question, memory }: QueuedCard, { questions }: Today): boolean {
  const siblings = questions.get(question);
  if (!siblings || (memory && memory.stage !== 'review')) return false;
  return !siblings.has(id) || siblings.size > 1;
}

function freshCards(
  cards: readonly QueuedCard[],
  { policy, today, knows }: QueueContext,
  done: Today,
): readonly QueuedCard[] {
  const wanted = cards.filter(
    ({ memory, level }) => memory === undefined && isWanted(policy, level, today),
  );
  const room = Math.max(0, newCardsOn(policy, today, wanted.length) - done.fresh);
  const questions = new Set<string>();
  return wanted
    .filter((card) => {
      if (questions.has(card.question) || isBuried(card, done)) return false;
      if (!policy.opensAll && waitsFor(card, knows)) return false;
      questions.add(card.question);
      return true;
    })
    .slice(0, room);
}

/** A check or a snippet builds on its question: it waits until that has been read or recalled. */
function waitsFor({ kind, question }: ReviewCard, knows: (question: string) => boolean): boolean {
  return kind !== 'question' && !knows(question);
}

/** The topic with the lowest mean probability of recall first, and in it the card with the lowest. */
function byWeakness(cards: readonly QueuedCard[], now: number): readonly QueuedCard[] {
  const recall = new Map(
    cards.map(({ id, memory }) => [id, memory ? retrievability(memory, now) : 0]),
  );
  const recalled = ({ id }: QueuedCard): number => recall.get(id) ?? 0;
  const topics = new Map<string, { sum: number; count: number }>();
  for (const card of cards) {
    const { sum, count } = topics.get(card.topic) ?? { sum: 0, count: 0 };
    topics.set(card.topic, { sum: sum + recalled(card), count: count + 1 });
  }
  const mean = ({ topic }: QueuedCard): number => {
    const { sum, count } = topics.get(topic) ?? { sum: 0, count: 1 };
    return sum / count;
  };
  return cards.toSorted((one, other) => mean(one) - mean(other) || recalled(one) - recalled(other));
}

/**
 * The same cards, so that neighbours are of different topics where that is possible, and never of
 * one question while there is another one: what is mixed is remembered better than what is in blocks.
 */
export function mixed<Card extends ReviewCard>(cards: readonly Card[]): readonly Card[] {
  const left = [...cards];
  const order: Card[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const at = [
      left.findIndex(({ topic }) => topic !== last?.topic),
      left.findIndex(({ question }) => question !== last?.question),
      0,
    ].find((index) => index >= 0) as number;
    const [next] = left.splice(at, 1);
    if (next) order.push(next);
  }
  return order;
}
