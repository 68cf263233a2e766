import { escapeHtml } from '../pages/escape-html.ts';
import type { PageStrings } from './strings.ts';

/** `missing`: no question has that id; `broken`: no question can be read at all. */
export type Trouble = 'missing' | 'broken';

/** The page when there is no question to show. */
export function troubleHtml(trouble: Trouble, strings: PageStrings): string {
  const [title, text, buttons] =
    trouble === 'missing'
      ? [strings.missingTitle, strings.missingText, button('showList', '', strings.showList)]
      : [
          strings.brokenTitle,
          strings.brokenText,
          button('reload', '', strings.reload) + button('showLog', ' secondary', strings.showLog),
        ];
  return `<main class="trouble">
<span class="codicon codicon-${trouble === 'missing' ? 'search' : 'warning'}" aria-hidden="true"></span>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p class="trouble-actions">${buttons}</p>
</main>
<div id="failure" role="alert"></div>`;
}

const button = (action: string, looks: string, text: string): string =>
  `<button type="button" class="button${looks}" data-do="${action}">${escapeHtml(text)}</button>`;
