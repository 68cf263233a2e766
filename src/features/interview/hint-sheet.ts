import { escapeHtml } from '../pages/escape-html.ts';
import { printableHtml } from '../pages/printable-html.ts';

/** What a friend needs who plays the interviewer: plain text, unless a field says otherwise. */
export interface HintSheet {
  readonly title: string;
  readonly about: readonly string[];
  readonly language: string;
  readonly items: readonly HintItem[];
  readonly texts: Readonly<
    Record<'points' | 'followUps' | 'answer' | 'score' | 'notes' | 'solution', string>
  >;
  /** Of the scores 1 to 4. */
  readonly scores: readonly string[];
}

export interface HintItem {
  readonly title: string;
  /** Such as a topic and minutes. */
  readonly facts: string;
  /** Markdown with blocks: the task of a problem. */
  readonly task?: string;
  /** Inline Markdown, all of it. */
  readonly points: readonly string[];
  readonly followUps: readonly { readonly question: string; readonly answer?: string }[];
  readonly answer?: string;
  readonly solution?: string;
}

/** One HTML file without scripts, pictures or anything from elsewhere, made for paper. */
export function hintSheetHtml(
  { title, about, language, items, texts, scores }: HintSheet,
  inline: (text: string) => string,
  blocks: (text: string) => string,
): string {
  const list = (name: string, rows: readonly string[], looks: string): string =>
    rows.length === 0
      ? ''
      : `<h3>${escapeHtml(name)}</h3>\n<ul class="${looks}">${rows.map((row) => `<li>${row}</li>`).join('\n')}</ul>`;
  const item = (one: HintItem, at: number): string => `<article>
<h2>${at + 1}. ${escapeHtml(one.title)} <small>${escapeHtml(one.facts)}</small></h2>
${one.task === undefined ? '' : blocks(one.task)}
${list(texts.points, one.points.map(inline), 'ticks')}
${list(
  texts.followUps,
  one.followUps.map(({ question, answer }) =>
    answer === undefined ? inline(question) : `${inline(question)}<br><em>${inline(answer)}</em>`,
  ),
  'follow',
)}
${one.answer === undefined ? '' : `<h3>${escapeHtml(texts.answer)}</h3><p>${inline(one.answer)}</p>`}
${one.solution === undefined ? '' : `<h3>${escapeHtml(texts.solution)}</h3><pre><code>${escapeHtml(one.solution)}</code></pre>`}
<p class="score"><strong>${escapeHtml(texts.score)}</strong> ${scores.map((_, score) => `<span class="box">${score + 1}</span>`).join(' ')}</p>
<p class="lines">${escapeHtml(texts.notes)}</p>
</article>`;
  const key = scores.map((score, at) => `<li value="${at + 1}">${escapeHtml(score)}</li>`);
  const body = `<header>
<h1>${escapeHtml(title)}</h1>
${about.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<ol class="key">${key.join('')}</ol>
</header>
<main>
${items.map(item).join('\n')}
</main>`;
  return printableHtml({ title, language, body, style });
}

const style = `
body { max-width: 52rem; }
h2 { font-size: 1.15em; }
.ticks { list-style: '☐  '; }
.key { margin: 0.8rem 0 0; padding-left: 1.4rem; color: var(--muted); }
.box { display: inline-block; width: 1.9em; padding: 0.1em 0; border: 1px solid var(--ink); border-radius: 3px; text-align: center; }
.score { margin-top: 0.8rem; }
.lines { min-height: 4.5em; padding: 0.3em 0.5em; border: 1px solid var(--line); color: var(--muted); font-size: 0.85em; }
pre { padding: 0.6em 0.8em; border: 1px solid var(--line); overflow-x: auto; white-space: pre-wrap; }
em { color: var(--muted); font-style: normal; }
@media print { body { max-width: none; } article { margin-bottom: 7mm; } h3 { font-size: 1em; } }
`;
