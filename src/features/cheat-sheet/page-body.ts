import { cheatSheet } from '../../bank/cheat-sheet.ts';
import { levels, type Level } from '../../bank/levels.ts';
import type { CheatBank, CheatQuestion, CheatTopic } from '../../bank/cheat-sheet.ts';
import { linkedId } from '../../bank/in-pack.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { isHttps } from '../pages/is-https.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';
import type { PageTexts } from './texts.ts';

/**
 * The page with all questions, as HTML that is complete before any script runs: the level on `main`
 * hides what is above it.
 */
export function pageBody(bank: CheatBank, level: Level, about: string, texts: PageTexts): string {
  const { topics } = cheatSheet(bank, 'senior');
  const known = new Map(bank.questions.map((question) => [question.id, question]));
  // One parser for all: links mean what they mean in the question that is being rendered.
  let from: CheatBank['questions'][number] | undefined;
  const inline = inlineMarkdown((href) => {
    const link = /^question:([a-z0-9-]+)$/.exec(href)?.[1];
    const id = link && linkedId(link, from ?? {}, (one) => known.has(one));
    return id ? `<a href="#" data-question="${escapeHtml(id)}">` : webLink(href);
  });
  const question = (one: CheatQuestion): string => {
    from = known.get(one.id);
    return questionHtml(one, inline, texts);
  };
  return `<main id="sheet" data-level="${level}">
<header class="head">
<h1>${escapeHtml(texts.title)}</h1>
<p class="about" id="about" role="status">${escapeHtml(about)}</p>
<div class="bar">
<div class="levels" role="group" aria-label="${escapeHtml(texts.level)}">${levels.map((one) => levelHtml(one, one === level, texts)).join('')}</div>
<div class="exports"><button type="button" class="button secondary" data-export="markdown">${icon('markdown')}${escapeHtml(texts.exportMarkdown)}</button>
<button type="button" class="button secondary" data-export="html" title="${escapeHtml(texts.exportHint)}">${icon('browser')}${escapeHtml(texts.exportHtml)}</button>
<button type="button" class="button secondary" data-export="print" title="${escapeHtml(texts.printHint)}">${icon('file-pdf')}${escapeHtml(texts.print)}</button></div>
</div>
</header>
${topics.map((topic) => topicHtml(topic, question)).join('\n')}
<p class="empty">${escapeHtml(texts.empty)}</p>
</main>`;
}

/** Opened by the host, in a browser. */
function webLink(href: string): string | undefined {
  return isHttps(href) ? `<a href="${escapeHtml(href)}" data-link>` : undefined;
}

function levelHtml(level: Level, on: boolean, { levels: names }: PageTexts): string {
  return `<button type="button" class="button secondary" id="level-${level}" data-level="${level}" aria-pressed="${on}">${escapeHtml(names[level])}</button>`;
}

function topicHtml(
  { id, title, pack, questions }: CheatTopic,
  questionOf: (question: CheatQuestion) => string,
): string {
  const heading = `topic-${escapeHtml(id)}`;
  const from = pack === undefined ? '' : `<span class="pack">${escapeHtml(pack)}</span> `;
  return `<section class="topic ${hiddenBelow(questions)}" aria-labelledby="${heading}">
<h2 id="${heading}">${from}${escapeHtml(title)}</h2>
<div class="questions">
${questions.map(questionOf).join('\n')}
</div>
</section>`;
}

/** The lowest level that has something of these questions. */
function hiddenBelow(questions: readonly CheatQuestion[]): string {
  const lowest = levels.find((level) => questions.some((question) => question.level === level));
  return `from-${lowest ?? 'senior'}`;
}

function questionHtml(
  { id, title, level, sayIt, keyPoints, mistake }: CheatQuestion,
  inline: (text: string) => string,
  texts: PageTexts,
): string {
  return `<article class="question from-${level}" data-id="${escapeHtml(id)}">
<h3><a href="#" data-question="${escapeHtml(id)}">${escapeHtml(title)}</a> <span class="level">${escapeHtml(texts.levels[level])}</span></h3>
<p class="say"><strong>${escapeHtml(texts.sayIt)}</strong> ${inline(sayIt)}</p>
<ul>${keyPoints.map((point) => `<li>${inline(point)}</li>`).join('')}</ul>
<p class="mistake"><strong>${escapeHtml(texts.mistake)}</strong> ${inline(mistake)}</p>
</article>`;
}

const icon = (name: string): string =>
  `<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
