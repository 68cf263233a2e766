import type { PredictTexts } from '../../shared/predict-texts.ts';
import { count } from '../common/count.ts';
import { fill } from '../../shared/fill.ts';
import { lineName } from '../common/line-view.ts';
import type { Announcement, PageState } from './state.ts';

/** What a screen reader says after a change. */
export function announce(state: PageState, texts: PredictTexts): string {
  const { announcement } = state;
  return announcement ? words(announcement, state, texts) : '';
}

function words(said: Announcement, { cards }: PageState, texts: PredictTexts): string {
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
    case 'unmatched':
      return count(texts.saidUnmatchedOne, texts.saidUnmatched, said.count);
  }
}
