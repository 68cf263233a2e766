import { nameOfCard } from '../event-line.ts';
import type { CardId } from '../event.ts';
import type { StudyDay } from '../study-day.ts';
import { day, retrievability, type Memory } from './memory.ts';
import {
  askedAt,
  isMissing,
  isWanted,
  newCardsOn,
  newOfQuestionOn,
  opensAt,
  type Policy,
} from './policy.ts';
import type { ReviewCard } from './review-card.ts';
import type { Review, Reviews } from './review-projection.lazy.ts';

/** What is to be asked now, and what comes later. */
export interface ReviewQueue {
  /**
   * In the order in which they are asked: what is due, what is to be redone, then what is new. Where there is none of
   * these, the learning steps that end soon.
   */
  readonly cards: readonly QueuedCard[];
  /** Without learning steps that have not ended yet. */
  readonly due: number;
  /** What went wrong: predictions, what they say of their author, and key points that were not said. */
  readonly redo: number;
  readonly fresh: number;
  /** When something else is to be asked, due or new, in milliseconds since 1970; undefined for never. */
  readonly nextAt: number | undefined;
}

export interface QueuedCard extends ReviewCard {
  /** Undefined for a new one. */
  readonly memory: Memory | undefined;
}

export interface QueueContext {
  readonly reviews: Reviews;
  readonly policy: Policy;
  readonly today: StudyDay;
  readonly tomorrow: StudyDay;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the user has opened a question's answer, or recalled it. */
  readonly knows: (question: string) => boolean;
  /** See `Progress.predictedWrong`. */
  readonly predictedWrong: (snippet: string) => number | undefined;
  /** See `DrillLog.suspected`. */
  readonly suspected: (belief: string) => number | undefined;
}

/** A learning step that ends so soon is taken now when nothing else is left, in milliseconds. */
export const learnAhead = 20 * 60_000;

/**
 * What is due, the weakest topic first, then new cards in the order of the bank, with topics mixed and
 * never two of one question in a row. Siblings of what was reviewed today wait until tomorrow, and
 * a check or a snippet waits for its question.
 */
export function reviewQueue(cards: readonly ReviewCard[], context: QueueContext): ReviewQueue {
  const { reviews, policy, today, tomorrow, now } = context;
  const known: Known[] = [];
  const unseen: ReviewCard[] = [];
  let unwanted = 0;
  for (const card of cards) {
    const memory = reviews.memory(card.id);
    if (memory) known.push({ ...card, memory });
    else if (isWanted(policy, card.level, today)) unseen.push(card);
    else unwanted += 1;
  }
  const done = reviewedToday(known, context);
  const due = known.filter((card) => isDue(card, context));
  const isUrgent = (card: Known): boolean =>
    isLearning(card) || isMissing(card.memory, policy, card.level, today);
  const free = due.filter((card) => isUrgent(card) || !isBuried(card, done));
  const room = Math.max(0, policy.reviewsPerDay - done.reviews);
  // A card in the midst of its steps, or still to be recalled before an interview, is not put off by a limit.
  const [urgent, review] = [free.filter(isUrgent), free.filter((card) => !isUrgent(card))];
  const asked = [...urgent, ...byWeakness(review, now).slice(0, room)];
  const redo = redoCards(cards, asked, context);
  const again = new Set(redo.map(({ id }) => id));
  const begun = unseen.filter(({ id }) => !again.has(id));
  const fresh = freshCards(begun, context, done, policy.opensAll ? placesOf(cards) : undefined);
  const left = begun.length - fresh.length;
  const waits = due.length > asked.length || (left > 0 && newCardsOn(policy, tomorrow, left) > 0);
  const isDone = asked.length + redo.length + fresh.length === 0;
  const soon = isDone ? known.filter((card) => isSoon(card, now)) : [];
  const steps = known.filter(isLearning).map(({ memory }) => memory.due);
  const days = known.filter((card) => !isLearning(card)).map((card) => asksFrom(card, context));
  const later = [
    ...steps.filter((at) => at > now),
    ...days.filter((at) => at >= Math.max(now, today.end)),
  ];
  const opens = left + unwanted > 0 && policy.newPerDay > 0 ? opensAt(policy, today) : undefined;
  return {
    cards: [...mixed(asked), ...mixed(redo), ...mixed(fresh), ...mixed(soon)],
    ...{ due: asked.length, redo: redo.length, fresh: fresh.length },
    nextAt: earliest([
      ...(waits ? [tomorrow.start] : []),
      ...(opens === undefined ? [] : [opens]),
      ...later,
    ]),
  };
}

const earliest = (times: readonly number[]): number | undefined =>
  times.length > 0 ? times.reduce((one, other) => Math.min(one, other)) : undefined;

type Known = QueuedCard & { readonly memory: Memory };

/** Days count as days: what is due tonight is asked this morning. Steps of minutes count as they are. */
function isDue({ memory, level }: Known, { policy, today, now }: QueueContext): boolean {
  if (memory.stage !== 'review') return memory.due <= now;
  return askedAt(memory, policy, level, today) < today.end;
}

const isSoon = ({ memory }: Known, now: number): boolean =>
  memory.stage !== 'review' && memory.due > now && memory.due <= now + learnAhead;

/**
 * From when on a card that has no steps left is due, as `isDue` has it: from the morning of its day on, give or take an
 * hour where clocks change.
 */
function asksFrom({ memory, level }: Known, { policy, today }: QueueContext): number {
  const at = askedAt(memory, policy, level, today);
  if (at < today.end) return today.start;
  // A day in which clocks change may have 23 hours: what is due after its end is of another day.
  return Math.max(today.end, today.start + Math.floor((at - today.start) / day) * day);
}

const isLearning = ({ memory }: Known): boolean => memory.stage !== 'review';

/**
 * What went wrong the last time, is not due, and was not tried again today. It is asked before
 * anything new, whatever the schedule says; each card once a day.
 */
function redoCards(
  cards: readonly ReviewCard[],
  due: readonly QueuedCard[],
  { reviews, today, predictedWrong, suspected }: QueueContext,
): readonly QueuedCard[] {
  const asked = new Set(due.map(({ id }) => id));
  return cards.flatMap((card): QueuedCard[] => {
    if (asked.has(card.id) || card.kind === 'check' || card.kind === 'problem') return [];
    const memory = reviews.memory(card.id);
    if (memory && (memory.last >= today.start || memory.stage !== 'review')) return [];
    const last = reviews.history(card.id).at(-1);
    const wrongAt = card.kind === 'belief' ? suspected : predictedWrong;
    const isWrong =
      card.kind === 'question'
        ? (last?.missed ?? 0) > 0
        : isPredictedWrong(wrongAt(nameOfCard(card.id)), last);
    return isWrong ? [{ ...card, memory }] : [];
  });
}

/** A review that went well makes up for a prediction before it. */
function isPredictedWrong(at: number | undefined, last: Review | undefined): boolean {
  return at !== undefined && !(last && last.at > at && last.rating !== 'again');
}

interface Today {
  /** Questions of which a card was reviewed, with that card. */
  readonly questions: ReadonlyMap<string, ReadonlySet<CardId>>;
  /** Questions of which a card was begun, with how many. */
  readonly begun: ReadonlyMap<string, number>;
  readonly fresh: number;
  readonly reviews: number;
}

function reviewedToday(cards: readonly Known[], { reviews, today }: QueueContext): Today {
  const questions = new Map<string, Set<CardId>>();
  const begun = new Map<string, number>();
  let [fresh, repeated] = [0, 0];
  for (const { id, question, memory } of cards) {
    if (memory.last < today.start) continue;
    questions.set(question, (questions.get(question) ?? new Set()).add(id));
    const [first] = reviews.history(id);
    if (first && first.at >= today.start) {
      fresh += 1;
      begun.set(question, (begun.get(question) ?? 0) + 1);
    } else repeated += 1;
  }
  return { questions, begun, fresh, reviews: repeated };
}

/** Whoever has just recalled an answer knows its quick checks without remembering anything. */
function isBuried({ id, question }: Known, { questions }: Today): boolean {
  const siblings = questions.get(question);
  if (!siblings) return false;
  return !siblings.has(id) || siblings.size > 1;
}

/**
 * The new cards of a day, the questions in the order of the bank; one of a question, unless an interview is near.
 * @param unseen those that the next interview asks for, or all
 * @param places see `placesOf`, where no card waits for another one
 */
function freshCards(
  unseen: readonly ReviewCard[],
  { policy, today, knows }: QueueContext,
  done: Today,
  places: ReadonlyMap<string, number> | undefined,
): readonly QueuedCard[] {
  const room = newCardsOn(policy, today, unseen.length + done.fresh) - done.fresh;
  const siblings = new Map<string, ReviewCard[]>();
  for (const card of unseen) {
    const own = siblings.get(card.question) ?? [];
    siblings.set(card.question, own);
    own.push(card);
  }
  const fresh: QueuedCard[] = [];
  for (const [question, own] of siblings) {
    if (fresh.length >= room) break;
    const begun = done.begun.get(question) ?? 0;
    const wanted = newOfQuestionOn(policy, today, {
      ...{ fresh: own.length + begun, isReviewed: done.questions.has(question) },
    });
    if (begun >= wanted) continue;
    const ready = places ? own : own.filter((card) => !waitsFor(card, knows));
    const first = firstOfTurn(ready, places?.get(question) ?? 0);
    const cards = [...(first ? [first] : []), ...ready.filter((card) => card !== first)];
    for (const card of cards.slice(0, Math.min(wanted - begun, room - fresh.length))) {
      fresh.push({ ...card, memory: undefined });
    }
  }
  return fresh;
}

/**
 * The question itself comes first in the bank: drawn in that order, its checks and snippets would have to wait
 * for it after all. So the kinds take turns.
 * @param turn 0 for the first kind
 */
function firstOfTurn(cards: readonly ReviewCard[], turn: number): ReviewCard | undefined {
  const kinds = [...new Set(cards.map(({ kind }) => kind))];
  const kind = kinds[turn % kinds.length];
  return cards.find((card) => card.kind === kind);
}

/** Questions with their places in the bank, which are the same all day: whose turn it is does not change with what was rated. */
function placesOf(cards: readonly ReviewCard[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { question } of cards) {
    if (!places.has(question)) places.set(question, places.size);
  }
  return places;
}

/** A check or a snippet builds on its question: it waits until that has been read or recalled. */
function waitsFor({ kind, question }: ReviewCard, knows: (question: string) => boolean): boolean {
  return (kind === 'check' || kind === 'snippet') && !knows(question);
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
  /** What is left of each topic, the first at the end, where taking one out costs nothing. */
  const topics = new Map<string, { readonly card: Card; readonly at: number }[]>();
  for (const [at, card] of [...cards.entries()].reverse()) {
    const own = topics.get(card.topic) ?? [];
    topics.set(card.topic, own);
    own.push({ card, at });
  }
  const order: Card[] = [];
  for (let last = order.at(-1); order.length < cards.length; last = order.at(-1)) {
    const own = firstOf(topics, last?.topic) ?? topics.get(last?.topic ?? '') ?? [];
    const other = own.findLastIndex(({ card }) => card.question !== last?.question);
    const [next] = own.splice(other < 0 ? own.length - 1 : other, 1);
    if (next) order.push(next.card);
  }
  return order;
}

/** What is left of the topic that has the first card of all but those of one topic. */
function firstOf<Left extends { readonly at: number }>(
  topics: ReadonlyMap<string, Left[]>,
  except: string | undefined,
): Left[] | undefined {
  let first: Left[] | undefined;
  for (const [topic, own] of topics) {
    const at = own.at(-1)?.at;
    if (at === undefined || topic === except) continue;
    if (at < (first?.at(-1)?.at ?? Infinity)) first = own;
  }
  return first;
}
