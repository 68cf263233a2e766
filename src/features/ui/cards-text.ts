import { l10n } from 'vscode';

/** How many cards there are. */
export const cardsText = (count: number): string =>
  count === 1 ? l10n.t('1 card') : l10n.t('{0} cards', count);
