import { l10n } from 'vscode';
import type { AskedCard } from '../../study/quiz/quiz.ts';
import { button } from '../pages/button.ts';
import { codeSection } from '../pages/snippet-html.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { QuizCard } from './quiz-card.ts';

export type ProblemCard = Extract<QuizCard, { kind: 'problem' }>;

/** What the page of a practice problem shows. */
export interface ProblemView {
  readonly card: ProblemCard;
  readonly asked: AskedCard;
  /** Markdown → HTML, of one line and of a text with blocks. */
  readonly inline: (text: string) => string;
  readonly blocks: (text: string) => string;
  /** What stands for the worked solution. */
  readonly code: string;
  /** How many tests passed and failed in the last run since the card was shown. */
  readonly ran?: { readonly passed: number; readonly failed: number } | undefined;
}

/** The task, then the worked solution. The tests run in the Test Explorer. */
export function problemBody({ card, asked, inline, blocks, code, ran }: ProblemView): string {
  const { title, task, hints } = card.problem;
  const head = `<h1>${escapeHtml(title)}</h1>
<div class="prose">${blocks(task)}</div>`;
  if (asked.stage !== 'answer') {
    const shown = hints.slice(0, asked.hints).map((hint) => `<li>${inline(hint)}</li>`);
    const told =
      shown.length > 0 ? `<div class="hints" role="status"><ol>${shown.join('')}</ol></div>` : '';
    const how = l10n.t(
      'Solve it from memory: open the start code and run its tests in the Test Explorer. Then look at the solution and rate yourself.',
    );
    return `${head}
<p class="task">${escapeHtml(how)}</p>
${told}
<div class="actions">${button('openProblem', l10n.t('Open Start Code'), { primary: true, key: l10n.t('Space') })}
${button('next', l10n.t('Show Solution'), { key: 'A' })}
${asked.hints < hints.length ? button('hint', l10n.t('Hint'), { key: 'H' }) : ''}</div>`;
  }
  return `${head}
<p class="task">${escapeHtml(ranText(ran))}</p>
<section class="told"><h2 data-news>${escapeHtml(l10n.t('Worked solution'))}</h2>${codeSection(code)}</section>`;
}

function ranText(ran: ProblemView['ran']): string {
  if (!ran) return l10n.t("You haven't run its tests since this card was shown.");
  const all = ran.passed + ran.failed;
  return ran.failed === 0
    ? l10n.t('Your last run passed all {0} tests.', all)
    : l10n.t('Your last run passed {0} of {1} tests.', ran.passed, all);
}
