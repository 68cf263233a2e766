import { l10n } from 'vscode';
import type { Quiz } from '../../study/quiz/quiz.ts';
import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { ratingKeys, ratingNames } from './rating-names.ts';

/** What is shown when nothing is left to ask. */
export interface SummaryView extends Pick<Quiz, 'done'> {
  /** Cards that were put aside. */
  readonly skipped: number;
  /** Cards of today that this quiz did not ask for: due, to be redone or new. */
  readonly waiting: number;
  /** When another card is asked, due or new, such as `3 h`. */
  readonly next: string | undefined;
  readonly streak: number;
  /** Whether the schedule said what was asked, rather than a part of the bank that can be asked again. */
  readonly isOfToday: boolean;
}

export function summaryHtml(view: SummaryView): string {
  const { done } = view;
  return `<main class="quiz summary">
<h1>${escapeHtml(titleOf(view))}</h1>
${factsOf(view)
  .map((fact) => `<p>${escapeHtml(fact)}</p>`)
  .join('\n')}
${done.length > 0 ? ratingsTable(done) : ''}
<div class="actions">${actionsHtml(view)}</div>
</main>`;
}

function titleOf({ done, skipped, waiting, isOfToday }: SummaryView): string {
  if (done.length + skipped > 0) return l10n.t('Quiz Finished');
  return isOfToday && waiting === 0 ? l10n.t('Nothing Is Due') : l10n.t('Nothing to Ask');
}

function factsOf(view: SummaryView): readonly string[] {
  const { done, skipped, waiting, next, streak, isOfToday } = view;
  const isEmpty = done.length + skipped === 0;
  return [
    ...(isEmpty && isOfToday && waiting === 0
      ? [l10n.t('All cards of today have been reviewed.')]
      : []),
    ...(isEmpty && (!isOfToday || waiting > 0) ? [l10n.t('There are no cards of this kind.')] : []),
    ...(done.length === 1 ? [l10n.t('You reviewed 1 card.')] : []),
    ...(done.length > 1 ? [l10n.t('You reviewed {0} cards.', done.length)] : []),
    ...(skipped === 1 ? [l10n.t('You skipped 1 card.')] : []),
    ...(skipped > 1 ? [l10n.t('You skipped {0} cards.', skipped)] : []),
    ...(waiting === 1 ? [l10n.t('1 more card is left for today.')] : []),
    ...(waiting > 1 ? [l10n.t('{0} more cards are left for today.', waiting)] : []),
    ...(waiting === 0 && next !== undefined ? [l10n.t('The next card is due in {0}.', next)] : []),
    ...(streak > 1 ? [l10n.t('You have reviewed cards {0} days in a row.', streak)] : []),
  ];
}

function ratingsTable(done: SummaryView['done']): string {
  const names = ratingNames();
  const rows = ratingKeys.map((rating) => {
    const count = done.filter((one) => one.rating === rating).length;
    return `<tr><th scope="row">${escapeHtml(names[rating])}</th><td>${count}</td></tr>`;
  });
  return `<table class="counts"><caption>${escapeHtml(l10n.t('Ratings'))}</caption><tbody>${rows.join('')}</tbody></table>`;
}

/** What Space does is the next step: what is left of today, what was skipped, then anything else. */
function actionsHtml({ done, skipped, waiting, isOfToday }: SummaryView): string {
  const texts = {
    today: l10n.t("Continue with Today's Cards"),
    askSkipped: l10n.t('Ask Skipped Cards'),
    more: l10n.t('Choose What to Ask…'),
    again: l10n.t('Ask Again'),
  };
  const today = waiting > 0 ? (['today'] as const) : [];
  const aside = skipped > 0 ? (['askSkipped'] as const) : [];
  const [first, ...others] = isOfToday
    ? ([...today, ...aside, 'more'] as const)
    : ([...aside, 'again', ...today] as const);
  return [
    button(first, texts[first], { primary: true, key: l10n.t('Space') }),
    ...others.map((name) => button(name, texts[name], name === 'askSkipped' ? { key: 'S' } : {})),
    button('drill', l10n.t('Drill'), { key: 'D' }),
    button('progress', l10n.t('Show Progress'), { key: 'P' }),
    ...(done.length > 0 ? [button('undo', l10n.t('Undo'), { key: 'Z' })] : []),
  ].join('\n');
}
