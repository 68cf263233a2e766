import * as l10n from '@vscode/l10n';
import type { Check } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { Markdown } from './markdown.ts';
import type { AnswerView } from './answer-view.ts';
import { shuffledChoices, type ShownChoice } from '../../bank/shuffle-choices.ts';

/** Key points as boxes to tick, with how many are. */
export function keyPointsHtml(view: AnswerView, markdown: Markdown): string {
  const { question, progress } = view;
  const ticked = new Set(progress.ticked);
  const items = question.keyPoints.map(({ id, text }) => {
    const checked = ticked.has(id) ? ' checked' : '';
    return `<li><label><input type="checkbox" data-point="${escapeHtml(id)}"${checked}><span>${markdown.inline(text)}</span></label></li>`;
  });
  const all = question.keyPoints.length;
  const count = question.keyPoints.filter(({ id }) => ticked.has(id)).length;
  return `<p class="hint">${escapeHtml(l10n.t('Tick what you said, or could explain now.'))}</p>
<div class="ticked"><progress value="${count}" max="${all}" aria-labelledby="ticked"></progress><span id="ticked" data-pattern="${escapeHtml(l10n.t('{0} of {1} ticked', '{0}', '{1}'))}">${escapeHtml(l10n.t('{0} of {1} ticked', count, all))}</span></div>
<ul class="points">${items.join('\n')}</ul>`;
}

/** Quick checks; those answered before show their result. */
export function checksHtml(view: AnswerView, markdown: Markdown): string {
  const { question, progress, seed } = view;
  const checks = question.checks.map((check) =>
    checkHtml(check, shuffledChoices(check, seed), progress.answers[check.id], markdown),
  );
  return `<p class="hint">${escapeHtml(l10n.t('Select an answer to see why it is right or wrong. On the keyboard, arrow keys move and Enter answers.'))}</p>\n${checks.join('\n')}`;
}

function checkHtml(
  check: Check,
  shown: readonly ShownChoice[],
  chosen: number | undefined,
  markdown: Markdown,
): string {
  const id = escapeHtml(check.id);
  // Once the right one is found, every choice shows its reason.
  const solved = chosen !== undefined && check.choices[chosen]?.correct === true;
  const choices = shown.map(({ text, reason, correct, index }) => {
    const isChosen = index === chosen;
    const isTold = isChosen || solved;
    const mark = correct
      ? `<span class="mark right"><span class="codicon codicon-pass-filled" aria-hidden="true"></span>${escapeHtml(l10n.t('Right'))}</span>`
      : `<span class="mark wrong"><span class="codicon codicon-error" aria-hidden="true"></span>${escapeHtml(l10n.t('Not right'))}</span>`;
    return `<div class="choice${isChosen ? ' chosen' : ''}" data-correct="${correct}">
<label><input type="radio" name="check-${id}" value="${index}"${isChosen ? ' checked' : ''}${solved && !isChosen ? ' disabled' : ''}><span>${markdown.inline(text)}</span></label>
<div class="reason"${isTold ? '' : ' hidden'}>${mark} <span>${markdown.inline(reason)}</span></div>
</div>`;
  });
  return `<fieldset class="check" data-check="${id}"${solved ? ' data-solved' : ''}>
<legend>${markdown.inline(check.question)}</legend>
${choices.join('\n')}
<div class="sr-only" role="status"></div>
</fieldset>`;
}
