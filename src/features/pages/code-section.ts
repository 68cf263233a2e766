import { l10n } from 'vscode';
import { escapeHtml } from './escape-html.ts';

interface SectionOptions {
  /** Its place among the code of the page; the first one when left out. */
  readonly at?: number;
  /** What it is, where a page has more than one. */
  readonly label?: string;
}

/** The section of a page that holds the code it is about. @param code as HTML, or what stands for it */
export function codeSection(code: string, { at = 0, label }: SectionOptions = {}): string {
  const name = escapeHtml(label ?? l10n.t('Code'));
  return `<section class="source code" aria-label="${name}">
<pre tabindex="0" role="group" aria-label="${name}"><code dir="ltr" data-code="${at}">${code}</code></pre>
</section>`;
}
