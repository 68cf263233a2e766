import type { CardId, ProgressEvent, Rating } from '../event.ts';
import type { Projection } from '../projection.ts';
import { isLater, stampOf, type Stamp } from '../stamp.ts';
import { afterReview, afterReviews, type Memory } from './memory.ts';

/** What the reviews of the log add up to: the schedule is never stored, only made from them. */
export interface ReviewProjection extends Projection {
  readonly reviews: Reviews;
}

export interface Reviews {
  /** Undefined for a card that is new, or new again. */
  memory(card: CardId): Memory | undefined;
  /** The reviews that count, in the order of time. */
  history(card: CardId): readonly Review[];
  /** All cards that have one. */
  cards(): Iterable<CardId>;
  /** What was reset last, in one go, and not taken back; undefined for nothing. */
  lastReset(): LastReset | undefined;
}

export interface LastReset {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The cards with the events that reset them. */
  readonly cards: readonly { readonly card: CardId; readonly event: string }[];
}

export interface Review extends Stamp {
  readonly rating: Rating;
  readonly durationMs: number;
  /** Key points of a question that were not said. */
  readonly missed: number;
}

interface ReviewedCard {
  /** By the id of the event, with those that were taken back. */
  readonly reviews: Map<string, Review>;
  readonly resets: Map<string, KnownReset>;
  /** Ids of events; each may be read before the event that it takes back. */
  readonly undone: Set<string>;
  /** The reviews that count, in the order of time, and what they add up to; absent until somebody asks. */
  counted: { readonly reviews: Review[]; memory: Memory | undefined } | undefined;
}

interface KnownReset extends Stamp {
  /** See `Reset`; its own id where older versions wrote none. */
  readonly batch: string;
}

export function createReviewProjection(): ReviewProjection {
  const cards = new Map<CardId, ReviewedCard>();
  return {
    name: 'reviews',
    version: 4,
    reviews: {
      memory: (id) => countedOf(cards.get(id))?.memory,
      history: (id) => countedOf(cards.get(id))?.reviews ?? [],
      *cards() {
        for (const [id, card] of cards) if (countedOf(card)?.memory) yield id;
      },
      lastReset: () => lastBatch(cards),
    },
    add(event) {
      if (event.kind !== 'reviewed' && event.kind !== 'undone' && event.kind !== 'reset') {
        return false;
      }
      const card = cards.get(event.card) ?? emptyCard();
      cards.set(event.card, card);
      return apply(card, event);
    },
    *save() {
      for (const [id, card] of cards) yield [id, saved(card)];
    },
    restore(value) {
      const [id, card] = value as [CardId, SavedCard];
      cards.set(id, restored(card));
    },
    reset: () => cards.clear(),
  };
}

type MemoryEvent = Extract<ProgressEvent, { kind: 'reviewed' | 'undone' | 'reset' }>;

function apply(card: ReviewedCard, event: MemoryEvent): boolean {
  const stamp = stampOf(event);
  switch (event.kind) {
    case 'reviewed': {
      if (card.reviews.has(event.id)) return false;
      const { rating, durationMs, missed = [] } = event;
      const review = { ...stamp, rating, durationMs, missed: missed.length };
      card.reviews.set(event.id, review);
      if (card.undone.has(event.id)) return false;
      append(card, review);
      return true;
    }
    case 'undone': {
      if (card.undone.has(event.event)) return false;
      card.undone.add(event.event);
      card.counted = undefined;
      return card.reviews.has(event.event) || card.resets.has(event.event);
    }
    case 'reset': {
      if (card.resets.has(event.id)) return false;
      card.resets.set(event.id, { ...stamp, batch: event.batch ?? event.id });
      card.counted = undefined;
      return true;
    }
  }
}

/** Most reviews are later than those before, and cost one step; any other has all of them counted anew. */
function append(card: ReviewedCard, review: Review): void {
  const { counted } = card;
  if (!counted) return;
  const isLast = isLater(review, counted.reviews.at(-1)) && isLater(review, lastReset(card));
  if (!isLast) {
    card.counted = undefined;
    return;
  }
  counted.reviews.push(review);
  counted.memory = afterReview(counted.memory, review);
}

function countedOf(card: ReviewedCard | undefined): ReviewedCard['counted'] {
  if (!card) return undefined;
  return (card.counted ??= count(card));
}

function count(card: ReviewedCard): NonNullable<ReviewedCard['counted']> {
  const reviews = countedReviews(card);
  return { reviews, memory: afterReviews(reviews) };
}

function countedReviews(card: ReviewedCard): Review[] {
  const reset = lastReset(card);
  return [...card.reviews.values()]
    .filter((review) => !card.undone.has(review.id) && isLater(review, reset))
    .toSorted((one, other) => (isLater(one, other) ? 1 : -1));
}

function lastReset({ resets, undone }: ReviewedCard): Stamp | undefined {
  let last: Stamp | undefined;
  for (const reset of resets.values()) {
    if (!undone.has(reset.id) && isLater(reset, last)) last = reset;
  }
  return last;
}

function lastBatch(cards: ReadonlyMap<CardId, ReviewedCard>): LastReset | undefined {
  let last: KnownReset | undefined;
  const all: { readonly card: CardId; readonly reset: KnownReset }[] = [];
  for (const [card, { resets, undone }] of cards) {
    for (const reset of resets.values()) {
      if (undone.has(reset.id)) continue;
      all.push({ card, reset });
      if (isLater(reset, last)) last = reset;
    }
  }
  if (!last) return undefined;
  const { at, batch } = last;
  const same = all.filter(({ reset }) => reset.batch === batch);
  return { at, cards: same.map(({ card, reset }) => ({ card, event: reset.id })) };
}

function emptyCard(): ReviewedCard {
  const nothing = { reviews: [], memory: undefined };
  return { reviews: new Map(), resets: new Map(), undone: new Set(), counted: nothing };
}

interface SavedCard {
  readonly reviews: readonly Review[];
  readonly resets: readonly KnownReset[];
  readonly undone: readonly string[];
  readonly memory: Memory | null;
}

function saved(card: ReviewedCard): SavedCard {
  const { reviews, resets, undone } = card;
  return {
    ...{ reviews: [...reviews.values()], resets: [...resets.values()], undone: [...undone] },
    memory: countedOf(card)?.memory ?? null,
  };
}

function restored({ reviews, resets, undone, memory }: SavedCard): ReviewedCard {
  const card: ReviewedCard = {
    reviews: new Map(reviews.map((review) => [review.id, review])),
    resets: new Map(resets.map((reset) => [reset.id, reset])),
    undone: new Set(undone),
    counted: undefined,
  };
  card.counted = { reviews: countedReviews(card), memory: memory ?? undefined };
  return card;
}
