import type { AnswerProgress, AnswerTexts } from '../../shared/answer.ts';

/** The state of the question and of its snippets, as the tree shows them too. */
export function showStates(
  { state, snippets, bookmarked }: AnswerProgress,
  texts: AnswerTexts,
): void {
  const bookmark = document.getElementById('bookmark');
  bookmark?.setAttribute('aria-pressed', String(bookmarked));
  const name = bookmark?.querySelector('[data-text]');
  if (name) name.textContent = texts.bookmark[bookmarked ? 'on' : 'off'];
  const question = document.getElementById('state');
  if (question) showState(question, state, texts.questionStates[state]);
  for (const item of document.querySelectorAll<HTMLElement>('li[data-snippet]')) {
    const known = snippets[item.dataset['snippet'] ?? ''];
    if (known) showState(item, known, texts.snippetStates[known]);
  }
}

function showState(element: HTMLElement, state: string, name: string): void {
  element.dataset['state'] = state;
  const text = element.querySelector('[data-text]');
  if (text) text.textContent = name;
}
