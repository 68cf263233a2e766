import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { PageStrings } from './strings.ts';

/**
 * `missing`: no question has that id; `broken`: no question can be read at all; `tooLong`: its texts
 * make more work than anybody waits for.
 */
export type Trouble = 'missing' | 'broken' | 'tooLong';

/** The page when there is no question to show. */
export function troubleHtml(trouble: Trouble, strings: PageStrings): string {
  const reload = button('reload', strings.reload, { primary: true });
  const list = (primary: boolean): string => button('showList', strings.showList, { primary });
  const log = button('showLog', strings.showLog);
  const parts: Record<Trouble, readonly [title: string, text: string, buttons: string]> = {
    missing: [strings.missingTitle, strings.missingText, list(true)],
    broken: [strings.brokenTitle, strings.brokenText, reload + log],
    tooLong: [strings.tooLongTitle, strings.tooLongText, reload + list(false)],
  };
  const [title, text, buttons] = parts[trouble];
  return `<main class="trouble">
<span class="codicon codicon-${trouble === 'missing' ? 'search' : 'warning'}" aria-hidden="true"></span>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p class="trouble-actions">${buttons}</p>
</main>`;
}
