import { l10n } from 'vscode';
import { escapeHtml } from './escape-html.ts';

/**
 * The section of a page that holds the code it is about.
 *
 * @param code as HTML, or what stands for it
 * @param at its place among the code of the page
 */
export function codeSection(code: string, at = 0): string {
  const label = escapeHtml(l10n.t('Code'));
  return `<section class="source code" aria-label="${label}">
<pre tabindex="0" role="group" aria-label="${label}"><code dir="ltr" data-code="${at}">${code}</code></pre>
</section>`;
}
