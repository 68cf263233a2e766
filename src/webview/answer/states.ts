import type { AnswerProgress } from '../../shared/answer.ts';
import { showText } from './show-text.ts';

/** The state of the question and of its snippets, as the tree shows them too. */
export function showStates({ state, snippets, bookmarked }: AnswerProgress): void {
  const bookmark = document.getElementById('bookmark');
  bookmark?.setAttribute('aria-pressed', String(bookmarked));
  showText(bookmark, bookmarked ? 'on' : 'off');
  const question = document.getElementById('state');
  if (question) showState(question, state);
  for (const item of document.querySelectorAll<HTMLElement>('li[data-snippet]')) {
    const known = snippets[item.dataset['snippet'] ?? ''];
    if (known) showState(item, known);
  }
}

function showState(element: HTMLElement, state: string): void {
  element.dataset['state'] = state;
  showText(element, state);
}
