import { l10n } from 'vscode';

/** How many cards there are. */
export const cardsText = (count: number): string =>
  count === 1 ? l10n.t('1 card') : l10n.t('{0} cards', count);

/** How many cards are due, as a sentence. */
export const dueText = (count: number): string =>
  count === 1 ? l10n.t('1 review is due.') : l10n.t('{0} reviews are due.', count);

const [minute, hour, day] = [60_000, 60 * 60_000, 24 * 60 * 60_000];

/** How long something is away or lasts, in one unit: `10 min`, `3 days`, `2 months`. @param ms milliseconds */
export function intervalText(ms: number): string {
  if (ms < hour) return l10n.t('{0} min', Math.max(1, Math.round(ms / minute)));
  if (ms < day / 2) return l10n.t('{0} h', Math.round(ms / hour));
  const days = Math.max(1, Math.round(ms / day));
  if (days === 1) return l10n.t('1 day');
  if (days < 60) return l10n.t('{0} days', days);
  const months = Math.round(days / 30.4);
  if (months < 12) return l10n.t('{0} months', months);
  const years = Math.round(days / 365);
  return years === 1 ? l10n.t('1 year') : l10n.t('{0} years', years);
}
