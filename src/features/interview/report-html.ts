import { l10n } from 'vscode';
import type { AnsweredItem } from '../../study/interview/interviewed.ts';
import { isJudged, missedPoints, type Report } from '../../study/interview/report.ts';
import { pointScore } from '../../study/interview/scores.ts';
import { button } from '../pages/button.ts';
import { backticksHtml, escapeHtml } from '../pages/escape-html.ts';
import type { ReportTexts } from '../../study/interview/report-markdown.ts';
import { reportTexts } from './report-texts.ts';

/** The report as a page. @param inline Markdown → HTML, rendered already; @param addable how many cards can be added */
export function reportHtml(
  report: Report,
  inline: (text: string) => string,
  addable: number,
): string {
  const { interview, topics, review, earlier } = report;
  const texts = reportTexts(report);
  const { headings, columns, score, gap, time } = texts;
  const { question, topic, answers: count, own, points } = columns;
  const titleOf = titles(inline);
  const answers = interview.items.map((item) => {
    const judged = pointScore(item.points);
    const between = judged === undefined ? undefined : item.own - judged;
    const cells = [time(item.durationMs), score(item.own), score(judged), gap(between)];
    return { head: titleOf(item), cells };
  });
  const ofTopics = topics.map(({ topic, count, scores }) => ({
    head: escapeHtml(topic),
    cells: [String(count), score(scores.own), score(scores.points), gap(scores.gap)],
  }));
  const add =
    addable === 1 ? l10n.t('Add 1 Card to Reviews') : l10n.t('Add {0} Cards to Reviews', addable);
  const section = (title: string, html: string): string =>
    `<section><h2>${escapeHtml(title)}</h2>${html}</section>`;
  const paragraphs = (all: readonly string[]): string =>
    all.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  return `<main class="interview report">
<h1>${escapeHtml(texts.title)}</h1>
<p class="muted">${escapeHtml(texts.facts.join(' · '))}</p>
<div class="verdicts">${paragraphs(texts.verdict)}</div>
<div class="actions">${addable > 0 ? button('addReviews', add, { primary: true, key: l10n.t('Space') }) : ''}${button('openReport', l10n.t('Open as Markdown'))}${button('another', l10n.t('New Interview…'))}</div>
${answers.length > 0 ? section(headings.answers, table(headings.answers, [question, columns.time, own, points, columns.gap], answers)) : ''}
${ofTopics.length > 0 ? section(headings.topics, table(headings.topics, [topic, count, own, points, columns.gap], ofTopics)) : ''}
${section(headings.review, review.length > 0 ? reviewHtml(report, texts, inline) : paragraphs([texts.nothingMissed]))}
${interview.notes.length > 0 ? section(headings.notes, `<ul class="timed">${interview.notes.map(({ at, text }) => `<li><time>${time(at)}</time> ${escapeHtml(text)}</li>`).join('')}</ul>`) : ''}
${earlier.length > 0 ? section(headings.earlier, `<ul>${texts.earlier.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`) : ''}
${section(headings.readiness, paragraphs(texts.readiness))}
</main>`;
}

/** Inline Markdown of a report, to be rendered before `reportHtml`. */
export const inlineTexts = ({ interview, review }: Report): readonly string[] => [
  ...review.flatMap(missedPoints),
  ...interview.items.filter(isCheck).map(({ title }) => title),
];

const isCheck = ({ id }: AnsweredItem): boolean => id.startsWith('check:');

/** Titles as HTML: that of a quick check is what it asks, which may have code in it. */
const titles =
  (inline: (text: string) => string) =>
  (item: AnsweredItem): string =>
    isCheck(item) ? inline(item.title) : escapeHtml(item.title);

function reviewHtml(
  { review }: Report,
  texts: ReportTexts,
  inline: (text: string) => string,
): string {
  const titleOf = titles(inline);
  return review
    .map((item) => {
      const missed = missedPoints(item);
      const isWrong = isJudged(item) && missed.length > 0;
      const told = isWrong ? [escapeHtml(texts.wrong)] : missed.map(inline);
      const title = item.id.startsWith('question:')
        ? `<a href="#" data-question="${escapeHtml(item.id.slice('question:'.length))}">${escapeHtml(item.title)}</a>`
        : titleOf(item);
      const list =
        told.length > 0 ? `<ul>${told.map((text) => `<li>${text}</li>`).join('')}</ul>` : '';
      return `<h3>${title}</h3>${list}${programHtml(item, texts)}`;
    })
    .join('\n');
}

/** A program of the drill, which can't be looked up anywhere: with what it printed beside what was predicted. */
function programHtml(
  { program, typed }: AnsweredItem,
  { printed, yourAnswer, believed }: ReportTexts,
): string {
  if (!program) return '';
  const { code, ran } = program;
  const block = (text: string): string =>
    `<pre tabindex="0"><code dir="ltr">${escapeHtml(text)}</code></pre>`;
  const named = (name: string, text: string): string =>
    `<div><p>${escapeHtml(name)}</p>${block(text)}</div>`;
  const belief = ran && believed(ran);
  const lists = [
    ...(ran ? [named(printed, ran.printed.join('\n'))] : []),
    ...(typed.trim() === '' ? [] : [named(yourAnswer, typed.trim())]),
  ];
  return `${block(code.trimEnd())}
<div class="printed">${lists.join('')}</div>
${belief === undefined ? '' : `<p>${backticksHtml(belief)}</p>`}`;
}

interface Row {
  /** HTML. */
  readonly head: string;
  /** Plain text, one for each column but the first. */
  readonly cells: readonly string[];
}

/** A table that a narrow page shows as a list: its roles are told for that. */
function table(name: string, heads: readonly string[], rows: readonly Row[]): string {
  const head = heads
    .map((text) => `<th scope="col" role="columnheader">${escapeHtml(text)}</th>`)
    .join('');
  const body = rows.map(
    ({ head, cells }) =>
      `<tr role="row"><th scope="row" role="rowheader">${head}</th>${cells.map((text, at) => `<td role="cell" data-label="${escapeHtml(heads[at + 1] ?? '')}">${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  return `<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(name)}"><table class="scored" role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>`;
}
