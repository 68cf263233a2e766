import * as l10n from '@vscode/l10n';
import { count } from '../../shared/fill.ts';
import { orderingWords } from '../ordering/ordering-words.ts';
import type { PageState } from './state.ts';

/** What a screen reader says after a change. */
export function announce({ announcement, cards }: PageState): string {
  if (!announcement) return '';
  if (announcement.kind !== 'unmatched') return orderingWords(announcement, cards);
  return count(
    l10n.t('One typed line has no card. It is kept under "Type lines".'),
    l10n.t('{0} typed lines have no card. They are kept under "Type lines".'),
    announcement.count,
  );
}
