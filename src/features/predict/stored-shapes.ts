import type { LineCard, Draft, Tries, Withheld } from '../../shared/predict.ts';
import { attemptOf, isSeen } from '../../study/event-line.ts';
import { isRecord } from '../../collections/is-record.ts';

// What is stored may be from another version, or from anywhere: a page drawn from it would be empty.

export const areCards = (cards: unknown): cards is readonly LineCard[] =>
  Array.isArray(cards) &&
  cards.every(
    (card) =>
      isRecord(card) &&
      (streams as readonly unknown[]).includes(card['stream']) &&
      typeof card['text'] === 'string' &&
      typeof card['typed'] === 'string',
  );

const streams: readonly LineCard['stream'][] = ['stdout', 'stderr', 'uncaught', 'exit'];

/** What an older version stored has none. */
export const areTries = (tries: unknown): tries is Tries | undefined =>
  tries === undefined ||
  (isRecord(tries) &&
    isCount(tries['count']) &&
    isSeen(tries['seen']) &&
    (tries['last'] === undefined || attemptOf(tries['last']) !== undefined));

export const isWithheld = (withheld: unknown): withheld is Withheld | undefined =>
  withheld === undefined || withheld === 'all' || withheld === 'line';

const isCount = (count: unknown): boolean => Number.isInteger(count) && Number(count) >= 0;

/** @param cards how many there are: each is placed once at most */
export function isDraft(draft: unknown, cards: number): draft is Draft {
  if (!isRecord(draft)) return false;
  const { mode, placed, typed, nothing } = draft;
  return (
    (mode === 'cards' || mode === 'typed') &&
    typeof typed === 'string' &&
    typeof nothing === 'boolean' &&
    Array.isArray(placed) &&
    new Set(placed).size === placed.length &&
    placed.every((place) => Number.isInteger(place) && place >= 0 && place < cards)
  );
}
