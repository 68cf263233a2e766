import { l10n } from 'vscode';
import type { Subject } from '../subject/subject.ts';
import { escapeHtml } from './escape-html.ts';

/** So many names are listed. */
const most = 8;

/** What part of a document uses and does not define, told before it runs. */
export function missingNamesHtml(subject: Subject): string {
  const names = subject.kind === 'program' ? (subject.program.missing ?? []) : [];
  if (names.length === 0) return '';
  const list = names
    .slice(0, most)
    .map((name) => `<code>${escapeHtml(name)}</code>`)
    .join(', ');
  return `<p class="missing-names"><span class="codicon codicon-info" aria-hidden="true"></span><span>${sentence(names.length, list)}</span></p>\n`;
}

function sentence(count: number, list: string): string {
  if (count === 1) {
    return l10n.t(
      'Not defined in this selection: {0}. Unless it is a global variable, code that uses it throws a ReferenceError.',
      list,
    );
  }
  return count > most
    ? l10n.t(
        'Not defined in this selection: {0}, and {1} more. Unless they are global variables, code that uses them throws a ReferenceError.',
        list,
        count - most,
      )
    : l10n.t(
        'Not defined in this selection: {0}. Unless they are global variables, code that uses them throws a ReferenceError.',
        list,
      );
}
