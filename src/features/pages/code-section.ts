import { l10n } from 'vscode';
import { escapeHtml } from './escape-html.ts';

/** The section of a page that holds the code it is about. @param code as HTML */
export function codeSection(code: string): string {
  const label = escapeHtml(l10n.t('Code'));
  return `<section class="source code" aria-label="${label}">
<pre tabindex="0" role="group" aria-label="${label}"><code dir="ltr">${codeLines(code)}</code></pre>
</section>`;
}

/** Each line an element of its own, for its number and its mark. */
export function codeLines(code: string): string {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `<span class="line${indentClass(line)}">${line}</span>`)
    .join('');
}

/** The class of a line that is indented, by even steps up to the widest that the style sheet knows. */
function indentClass(line: string): string {
  const start = /^(?:<[^>]*>|[ \t])*/.exec(line)?.[0] ?? '';
  const width = start.replace(/<[^>]*>/g, '').replaceAll('\t', '  ').length;
  const indent = Math.min(16, width - (width % 2));
  return indent === 0 ? '' : ` in-${indent}`;
}
