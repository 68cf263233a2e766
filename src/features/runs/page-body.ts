import { l10n } from 'vscode';
import { escapeHtml } from '../pages/escape-html.ts';
import { programNotice } from '../pages/program-notice.ts';
import { difficultyHtml, questionHtml } from '../pages/snippet-html.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';

/**
 * All that is on the page before its script runs: what the code is, and the code.
 * @param code the section with the code
 */
export function pageBody(subject: Subject, code: string): string {
  const { title, kind } = executable(subject);
  const [difficulty, question] =
    subject.kind === 'snippet'
      ? [difficultyHtml(subject.snippet.difficulty), questionHtml(subject.questionTitle)]
      : ['', ''];
  const kindName = kind === 'cjs' ? 'CommonJS' : l10n.t('ES module');
  return `<main class="page">
<header class="head">
<h1>${escapeHtml(title)}</h1>
<p class="facts">${difficulty}<span class="badge">${escapeHtml(kindName)}</span>${question}</p>
</header>
${programNotice(subject)}<div class="columns" id="columns">
${code}
<section class="work" id="work" aria-label="${escapeHtml(l10n.t('Runs'))}"></section>
</div>
</main>`;
}
