import { l10n } from 'vscode';
import type { Subject } from '../subject/subject.ts';
import { escapeHtml } from './escape-html.ts';

/** So many names are listed. */
const most = 8;

/** What is to be known of the user's own code before it runs: HTML, empty where there is nothing. */
export function programNotice(subject: Subject): string {
  if (subject.kind !== 'program') return '';
  const { unfit, missing = [] } = subject.program;
  if (unfit !== undefined) return notice('warning', escapeHtml(unfit));
  return missing.length > 0 ? notice('info', missingNames(missing)) : '';
}

const notice = (icon: 'info' | 'warning', html: string): string =>
  `<p class="program-notice ${icon}"><span class="codicon codicon-${icon}" aria-hidden="true"></span><span>${html}</span></p>\n`;

/** What part of a document uses and does not define. */
function missingNames(names: readonly string[]): string {
  const list = names
    .slice(0, most)
    .map((name) => `<code>${escapeHtml(name)}</code>`)
    .join(', ');
  return sentence(names.length, list);
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
