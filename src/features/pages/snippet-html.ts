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

interface SectionOptions {
  /** Its place among the code of the page; the first one when left out. */
  readonly at?: number;
  /** What it is, where a page has more than one. */
  readonly label?: string;
}

/** The section of a page that holds the code it is about. @param code as HTML, or what stands for it */
export function codeSection(code: string, { at = 0, label }: SectionOptions = {}): string {
  const name = escapeHtml(label ?? l10n.t('Code'));
  return `<section class="source code" aria-label="${name}">
<pre tabindex="0" role="group" aria-label="${name}"><code dir="ltr" data-code="${at}">${code}</code></pre>
</section>`;
}
