import * as l10n from '@vscode/l10n';
import { escapeHtml } from '../pages/escape-html.ts';
import type { AnswerView } from './answer-view.ts';
import type { CodeBlock, Paint } from './code-block.ts';
import { createMarkdown, type Heading } from './markdown.ts';
import { answerMinutes, readingMinutes } from './reading-time.ts';
import { checksHtml, keyPointsHtml } from './render-practice.ts';
import { notesHtml } from './render-notes.ts';
import { neighboursHtml, relatedHtml, snippetsHtml, sourcesHtml } from './render-links.ts';
import { textInTurn } from './text-in-turn.ts';

export interface RenderedAnswer {
  readonly html: string;
  /** In the order of their numbers. */
  readonly blocks: readonly CodeBlock[];
}

/** The page as HTML that is complete before any script runs. */
export function renderAnswer(view: AnswerView, paint: Paint): RenderedAnswer {
  const { question, names } = view;
  const blocks: CodeBlock[] = [];
  const headings: Heading[] = [];
  let drawn = 0;
  const markdown = createMarkdown({
    ...{ paint, blocks, headings, questionTitle: question.title },
    difficultyName: (difficulty) => names.difficulties[difficulty],
    snippet: (name) => view.snippets.find(({ id }) => id === name || id.endsWith(`/${name}`)),
    diagram: (name) => question.diagrams.find((diagram) => diagram.name === name),
    linked: view.linked,
    countDiagram: () => ++drawn,
  });
  const sections: Section[] = [];
  const add = (id: string, title: string, html: string, looks = ''): void => {
    sections.push({ id, title, html: sectionHtml(id, title, html, looks), parts: [] });
  };
  sections.push({
    id: 'answer',
    title: l10n.t('Answer'),
    html: sectionHtml(
      'answer',
      l10n.t('Answer'),
      markdown.blocks(question.answer, 3),
      'answer prose',
    ),
    parts: [...headings],
  });
  if (question.example) {
    add('example', l10n.t('Example'), markdown.blocks(question.example, 3), 'prose');
  }
  add('say-it', l10n.t('Say it in the interview'), sayItHtml(markdown.blocks(question.sayIt, 3)));
  add('key-points', l10n.t('Key points'), keyPointsHtml(view, markdown));
  add(
    'common-mistake',
    l10n.t('Common mistake'),
    callout(markdown.blocks(question.commonMistake, 3), 'warning', 'warning'),
  );
  add(
    'in-production',
    l10n.t('In production'),
    callout(markdown.blocks(question.inProduction, 3), 'info', 'server'),
  );
  add(
    'follow-ups',
    l10n.t('Follow-ups'),
    `<p class="hint">${escapeHtml(l10n.t('What an interviewer may ask next.'))}</p>` +
      question.followUps
        .map(
          (followUp, index) =>
            `<details class="follow-up" id="follow-up-${index}"><summary>${markdown.inline(followUp.question)}</summary><div class="prose">${markdown.blocks(followUp.answer, 4)}</div></details>\n`,
        )
        .join(''),
  );
  add('checks', l10n.t('Quick checks'), checksHtml(view, markdown));
  if (view.snippets.length > 0)
    add('snippets', l10n.t('Predict what it prints'), snippetsHtml(view));
  if (view.related.length > 0) add('related', l10n.t('Related questions'), relatedHtml(view));
  add('notes', l10n.t('Your notes'), notesHtml(view));
  add('sources', l10n.t('Sources'), sourcesHtml(view));
  const html = `<div class="page">
${contentsHtml(sections)}
<main>
${headHtml(view)}
${sections.map(({ html }) => html).join('\n')}
${neighboursHtml(view)}
</main>
</div>`;
  return { html, blocks };
}

interface Section {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly html: string;
  readonly parts: readonly Heading[];
}

function headHtml({ question, topic, progress, names }: AnswerView): string {
  const place = [topic?.pack?.title, topic?.title].filter((title) => title !== undefined);
  const minutes = l10n.t(
    '{0} min answer · {1} min page',
    answerMinutes(question),
    readingMinutes(question),
  );
  return `<header class="head">
<p class="topic">${place.map(escapeHtml).join(' <span aria-hidden="true">›</span> ')}</p>
<h1>${escapeHtml(question.title)}</h1>
<p class="meta">
<span class="badge level-${question.level}"><span class="bars" aria-hidden="true"><i></i><i></i><i></i></span><span class="sr-only">${escapeHtml(l10n.t('Level'))}: </span>${escapeHtml(names.levels[question.level])}</span>
<span class="fact"><span class="codicon codicon-book" aria-hidden="true"></span>${escapeHtml(minutes)}</span>
<span class="fact" id="state" data-state="${progress.state}"><span class="codicon codicon-state" aria-hidden="true"></span><span class="sr-only">${escapeHtml(l10n.t('Progress'))}: </span>${textInTurn(names.questionStates, progress.state)}</span>
</p>
<p class="head-actions">
<button type="button" class="button quiet" id="bookmark" data-do="bookmark" aria-pressed="${progress.bookmarked}"><span class="codicon codicon-star-empty" aria-hidden="true"></span>${textInTurn({ off: l10n.t('Bookmark'), on: l10n.t('Bookmarked') }, progress.bookmarked ? 'on' : 'off')}</button>
<button type="button" class="button quiet" data-do="copyLink"><span class="codicon codicon-link" aria-hidden="true"></span>${escapeHtml(l10n.t('Copy Link'))}</button>
</p>
</header>`;
}

/** Where the page is wide enough, its parts stand at the side. */
function contentsHtml(sections: readonly Section[]): string {
  const items = sections.map(({ id, title, parts }) => {
    const inner = parts.map((part) => `<li><a href="#${part.id}">${part.html}</a></li>`).join('');
    const list = inner ? `<ol>${inner}</ol>` : '';
    return `<li><a href="#${id}">${escapeHtml(title)}</a>${list}</li>`;
  });
  return `<nav class="contents" aria-labelledby="contents"><p id="contents">${escapeHtml(l10n.t('On this page'))}</p><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml(id: string, title: string, html: string, looks: string): string {
  return `<section id="${id}" class="${looks}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeHtml(title)}</h2>
${html}
</section>`;
}

function sayItHtml(html: string): string {
  return `<p class="hint">${escapeHtml(l10n.t('Answer aloud first, in 40 to 60 seconds. Then compare.'))}</p>
<details class="say-it" id="say-it-text"><summary><span class="codicon codicon-comment-discussion" aria-hidden="true"></span>${escapeHtml(l10n.t('Show how it could be said'))}</summary><blockquote class="prose">${html}</blockquote></details>`;
}

function callout(html: string, look: string, icon: string): string {
  return `<div class="callout ${look}"><span class="codicon codicon-${icon}" aria-hidden="true"></span><div class="prose">${html}</div></div>`;
}
