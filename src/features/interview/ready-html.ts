import { l10n } from 'vscode';
import type { MockInterview } from '../../study/interview/mock-interview.ts';
import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { rehearsalText } from '../ui/interview-texts.ts';
import { hasTasks } from './texts.ts';

/** The first page: what is going to happen. */
export function readyHtml(interview: MockInterview, hasSheet: boolean): string {
  const isJudged = interview.format === 'assessment';
  const steps = [
    isJudged
      ? l10n.t('Solve each task in your head, as in an online assessment: nothing can be run.')
      : l10n.t(
          'Answer aloud, as you would in the interview, or write. Follow-up questions are asked one at a time.',
        ),
    isJudged
      ? l10n.t('Say how sure you are before you are told whether you are right.')
      : l10n.t('Rate your answer before you see the right one. Then tick what you said.'),
    l10n.t(
      'The clock runs only while you answer. You can pause it, and it stops while the window is closed.',
    ),
  ];
  return `<main class="interview ready">
<h1>${escapeHtml(rehearsalText(interview))}</h1>
<p>${escapeHtml(drawnText(interview))}</p>
<ol class="steps">${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>
<div class="actions">${button('begin', l10n.t('Start the Clock'), { primary: true, key: l10n.t('Space') })}
${hasSheet ? button('hintSheet', l10n.t('Save Sheet for a Friend…')) : ''}</div>
${hasSheet ? `<p class="muted small">${escapeHtml(l10n.t('The sheet has the questions with their answers, for a friend who plays the interviewer. Don’t read it yourself.'))}</p>` : ''}
</main>`;
}

function drawnText(interview: MockInterview): string {
  const { length } = interview.items;
  if (hasTasks(interview)) {
    return length === 1
      ? l10n.t('One task was chosen to match this kind of interview and what you know least.')
      : l10n.t(
          '{0} tasks were chosen to match this kind of interview and what you know least.',
          length,
        );
  }
  return length === 1
    ? l10n.t('One question was chosen to match this kind of interview and what you know least.')
    : l10n.t(
        '{0} questions were chosen to match this kind of interview and what you know least.',
        length,
      );
}
