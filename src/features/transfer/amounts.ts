import { l10n } from 'vscode';

/** How many events there are, within a sentence. */
export const amountOfEvents = (count: number): string =>
  count === 1 ? l10n.t('1 event') : l10n.t('{0} events', count);
