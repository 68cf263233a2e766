import { l10n } from 'vscode';
import type { Rating } from '../../study/event.ts';

/** In the order of their keys. */
export const ratingKeys = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[];

export const ratingNames = (): Readonly<Record<Rating, string>> => ({
  again: l10n.t('Again'),
  hard: l10n.t('Hard'),
  good: l10n.t('Good'),
  easy: l10n.t('Easy'),
});
