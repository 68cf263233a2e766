import type { PredictTexts } from '../../shared/predict-texts.ts';
import { count } from '../../shared/fill.ts';
import { orderingWords } from '../ordering/ordering-words.ts';
import type { PageState } from './state.ts';

/** What a screen reader says after a change. */
export function announce({ announcement, cards }: PageState, texts: PredictTexts): string {
  if (!announcement) return '';
  if (announcement.kind !== 'unmatched') return orderingWords(announcement, cards, texts);
  return count(texts.saidUnmatchedOne, texts.saidUnmatched, announcement.count);
}
