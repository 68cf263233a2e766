import { l10n } from 'vscode';
import { codeLines } from '../pages/code-lines.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { executable } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';

/**
 * All that is on the page before its script runs: what the code is, and the code.
 * @param code as HTML, one line of code in each line
 */
export function pageBody(subject: Subject, code: string): string {
  const { title, kind } = executable(subject);
  const label = escapeHtml(l10n.t('Code'));
  const kindName = kind === 'cjs' ? 'CommonJS' : l10n.t('ES module');
  return `<main class="page">
<header class="head">
<h1>${escapeHtml(title)}</h1>
<p class="facts"><span class="badge">${escapeHtml(kindName)}</span></p>
</header>
<section class="source code" aria-label="${label}">
<pre tabindex="0" role="group" aria-label="${label}"><code dir="ltr">${codeLines(code)}</code></pre>
</section>
<section class="work" id="work" aria-label="${escapeHtml(l10n.t('Runs'))}"></section>
</main>
<div class="sr-only" id="live" role="status"></div>`;
}
