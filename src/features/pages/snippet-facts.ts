import { l10n } from 'vscode';
import type { Difficulty } from '../../bank/model.ts';
import { escapeHtml } from './escape-html.ts';

/** How hard a snippet of the bank is, as dots and as a word. */
export function difficultyHtml(difficulty: Difficulty): string {
  const steps: readonly Difficulty[] = ['easy', 'medium', 'hard', 'devilish'];
  const reached = steps.indexOf(difficulty);
  const dots = steps.map((_, step) => `<i${step <= reached ? ' class="on"' : ''}></i>`).join('');
  const name = {
    easy: l10n.t('Easy'),
    medium: l10n.t('Medium'),
    hard: l10n.t('Hard'),
    devilish: l10n.t('Devilish'),
  }[difficulty];
  return `<span class="badge difficulty"><span class="dots" aria-hidden="true">${dots}</span>${escapeHtml(name)}</span>`;
}

/** The way to the question that a snippet belongs to; the page's script listens to it. */
export function questionHtml(title: string): string {
  return `<button type="button" class="question-link" data-action="openQuestion"><span class="codicon codicon-book" aria-hidden="true"></span><span>${escapeHtml(title)}</span></button>`;
}
