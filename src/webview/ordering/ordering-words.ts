import { fill } from '../../shared/fill.ts';
import type { OrderingTexts } from '../../shared/ordering-texts.ts';
import type { Card } from '../../shared/predict.ts';
import { lineName } from '../common/line-view.ts';
import type { OrderingAnnouncement } from './ordering.ts';

/** What a screen reader says after a change of the lists. */
export function orderingWords(
  said: OrderingAnnouncement,
  cards: readonly Card[],
  texts: OrderingTexts,
): string {
  const name = (index: number): string => {
    const card = cards[index];
    return card ? lineName(card, texts) : '';
  };
  switch (said.kind) {
    case 'placed':
      return fill(texts.saidPlaced, name(said.card), said.at + 1, said.of);
    case 'moved':
      return fill(texts.saidMoved, name(said.card), said.at + 1, said.of);
    case 'removed':
      return fill(texts.saidRemoved, name(said.card), said.of);
    case 'cleared':
      return texts.saidCleared;
  }
}
