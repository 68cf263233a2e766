import * as l10n from '@vscode/l10n';
import type { LineCard } from '../../shared/predict.ts';
import { lineName } from '../common/line-view.ts';
import type { OrderingAnnouncement } from './ordering.ts';

/** What a screen reader says after a change of the lists. */
export function orderingWords(said: OrderingAnnouncement, cards: readonly LineCard[]): string {
  const name = (index: number): string => {
    const card = cards[index];
    return card ? lineName(card) : '';
  };
  switch (said.kind) {
    case 'placed':
      return l10n.t('{0} added at position {1} of {2}', name(said.card), said.at + 1, said.of);
    case 'moved':
      return l10n.t('{0} moved to position {1} of {2}', name(said.card), said.at + 1, said.of);
    case 'removed':
      return l10n.t('Removed {0}, {1} remaining', name(said.card), said.of);
    case 'cleared':
      return l10n.t('Your order is empty');
  }
}
