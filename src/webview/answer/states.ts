import * as l10n from '@vscode/l10n';
import type { AnswerProgress } from '../../shared/answer.ts';

/** The state of the question and of its snippets, as the tree shows them too. */
export function showStates({ state, snippets, bookmarked }: AnswerProgress): void {
  const bookmark = document.getElementById('bookmark');
  bookmark?.setAttribute('aria-pressed', String(bookmarked));
  const name = bookmark?.querySelector('[data-text]');
  if (name) name.textContent = bookmarked ? l10n.t('Bookmarked') : l10n.t('Bookmark');
  const question = document.getElementById('state');
  if (question) showState(question, state, questionStateName(state));
  for (const item of document.querySelectorAll<HTMLElement>('li[data-snippet]')) {
    const known = snippets[item.dataset['snippet'] ?? ''];
    if (known) showState(item, known, snippetStateName(known));
  }
}

function showState(element: HTMLElement, state: string, name: string): void {
  element.dataset['state'] = state;
  const text = element.querySelector('[data-text]');
  if (text) text.textContent = name;
}

const questionStateName = (state: AnswerProgress['state']): string =>
  ({ new: l10n.t('New'), started: l10n.t('Started'), done: l10n.t('Done') })[state];

const snippetStateName = (state: 'new' | 'tried' | 'solved'): string =>
  ({ new: l10n.t('Not tried'), tried: l10n.t('Tried'), solved: l10n.t('Solved') })[state];
