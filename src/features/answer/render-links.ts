import type { Question } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { fill } from '../../shared/fill.ts';
import { isHttps } from '../pages/is-https.ts';
import { verifiedHtml } from '../pages/verified-html.ts';
import { contrastsOf } from '../../drill/contrasts.ts';
import type { AnswerView } from './answer-view.ts';
import { textInTurn } from './text-in-turn.ts';

/** The question's snippets, from easy to hard, each with its buttons. */
export function snippetsHtml(view: AnswerView): string {
  const { snippets, progress, strings, verified } = view;
  const items = snippets.map(({ id, title, difficulty, kind }) => {
    const state = progress.snippets[id] ?? 'new';
    const facts = [strings.difficulties[difficulty], strings.kinds[kind]].join(' · ');
    return `<li class="snippet" data-snippet="${escapeHtml(id)}" data-state="${state}">
<span class="codicon codicon-state" aria-hidden="true"></span>
<span class="snippet-title">${escapeHtml(title)}<span class="facts">${escapeHtml(facts)} · ${textInTurn(strings.texts.snippetStates, state)}</span></span>
<span class="snippet-actions">${button('predictSnippet', 'symbol-event', strings.predict, fill(strings.predictNamed, title), id, ' secondary')}${button('runSnippet', 'play', strings.run, fill(strings.runNamed, title), id, ' quiet')}</span>
</li>`;
  });
  return `<p class="hint">${escapeHtml(strings.snippetsHint)}</p>\n<ul class="snippets">${items.join('\n')}</ul>${verifiedHtml(verified)}${differenceHtml(view)}`;
}

/** A program of the drill, for questions about constructs that are taken for each other. */
function differenceHtml({ question, strings }: AnswerView): string {
  const pairs = contrastsOf(question.id).map(({ of }) => of.join(' / '));
  if (pairs.length === 0) return '';
  const hint = fill(strings.showDifferenceHint, pairs.join(', '));
  return `<div class="difference"><p class="hint">${escapeHtml(hint)}</p>
<button type="button" class="button secondary" data-do="showDifference"><span class="codicon codicon-git-compare" aria-hidden="true"></span>${escapeHtml(strings.showDifference)}</button></div>`;
}

function button(
  action: string,
  icon: string,
  text: string,
  name: string,
  snippet: string,
  looks: string,
): string {
  return `<button type="button" class="button${looks}" data-do="${action}" data-snippet="${escapeHtml(snippet)}" aria-label="${escapeHtml(name)}"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${escapeHtml(text)}</button>`;
}

export function relatedHtml({ related, strings }: AnswerView): string {
  const items = related.map(
    (question) =>
      `<li><a href="#" data-question="${escapeHtml(question.id)}">${escapeHtml(question.title)}</a> <span class="facts">${escapeHtml(strings.levels[question.level])}</span></li>`,
  );
  return `<ul class="links">${items.join('\n')}</ul>`;
}

export function sourcesHtml({ question }: AnswerView): string {
  const items = question.sources.map(({ title, url }) => {
    if (!isHttps(url)) return `<li>${escapeHtml(title)}</li>`;
    const host = new URL(url).hostname.replace(/^www\./, '');
    return `<li><a href="${escapeHtml(url)}" data-link>${escapeHtml(title)}</a> <span class="facts">${escapeHtml(host)}<span class="codicon codicon-link-external" aria-hidden="true"></span></span></li>`;
  });
  return `<ul class="links">${items.join('\n')}</ul>`;
}

export function neighboursHtml({ previous, next, strings }: AnswerView): string {
  const link = (
    question: Question | undefined,
    look: string,
    label: string,
    icon: string,
  ): string =>
    question
      ? `<a class="card-link ${look}" href="#" data-question="${escapeHtml(question.id)}"><span class="facts"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${escapeHtml(label)}</span><span class="card-title">${escapeHtml(question.title)}</span></a>`
      : '';
  const links =
    link(previous, 'previous', strings.previous, 'arrow-left') +
    link(next, 'next', strings.next, 'arrow-right');
  return links === ''
    ? ''
    : `<nav class="neighbours" aria-label="${escapeHtml(strings.neighbours)}">${links}</nav>`;
}
