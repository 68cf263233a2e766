import type { Card, Draft } from '../../shared/predict.ts';
import { isRecord } from '../services/is-record.ts';

// What is stored may be from another version, or from anywhere: a page drawn from it would be empty.

export const areCards = (cards: unknown): cards is readonly Card[] =>
  Array.isArray(cards) &&
  cards.every(
    (card) =>
      isRecord(card) &&
      (card['stream'] === 'stdout' || card['stream'] === 'stderr') &&
      typeof card['text'] === 'string' &&
      typeof card['typed'] === 'string',
  );

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
