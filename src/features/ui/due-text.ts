import { l10n } from 'vscode';

/** How many cards are due, as a sentence. */
export const dueText = (count: number): string =>
  count === 1 ? l10n.t('1 review is due.') : l10n.t('{0} reviews are due.', count);
