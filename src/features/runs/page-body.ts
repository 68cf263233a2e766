import { l10n } from 'vscode';
import { escapeHtml } from '../pages/escape-html.ts';
import { executable } from '../services/subject.ts';
import type { Subject } from '../services/subject.ts';

/**
 * All that is on the page before its script runs: what the code is, and the code.
 * @param code the section with the code
 */
export function pageBody(subject: Subject, code: string): string {
  const { title, kind } = executable(subject);
  const kindName = kind === 'cjs' ? 'CommonJS' : l10n.t('ES module');
  return `<main class="page">
<header class="head">
<h1>${escapeHtml(title)}</h1>
<p class="facts"><span class="badge">${escapeHtml(kindName)}</span></p>
</header>
${code}
<section class="work" id="work" aria-label="${escapeHtml(l10n.t('Runs'))}"></section>
</main>
<div class="sr-only" id="live" role="status"></div>`;
}
