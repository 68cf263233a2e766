import * as vscode from 'vscode';
import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { renderSeconds } from './render-time.ts';

/**
 * `missing`: no question has that id; `broken`: no question can be read at all; `tooLong`: its texts
 * make more work than anybody waits for.
 */
export type Trouble = 'missing' | 'broken' | 'tooLong';

/** The page when there is no question to show. */
export function troublePage(trouble: Trouble): { readonly title: string; readonly html: string } {
  const { title, text, buttons } = contentsOf(trouble);
  const html = `<main class="trouble">
<span class="codicon codicon-${trouble === 'missing' ? 'search' : 'warning'}" aria-hidden="true"></span>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p class="trouble-actions">${buttons}</p>
</main>`;
  return { title, html };
}

function contentsOf(trouble: Trouble): Readonly<Record<'title' | 'text' | 'buttons', string>> {
  const reload = button('reload', vscode.l10n.t('Try Again'), { primary: true });
  const list = (primary: boolean): string =>
    button('showList', vscode.l10n.t('Show All Questions'), { primary });
  switch (trouble) {
    case 'missing':
      return {
        title: vscode.l10n.t('This question no longer exists'),
        text: vscode.l10n.t(
          'It was renamed or removed after this page was opened. None of your progress is lost.',
        ),
        buttons: list(true),
      };
    case 'broken':
      return {
        title: vscode.l10n.t("Couldn't read the questions"),
        text: vscode.l10n.t(
          'Reinstall Loopwise to restore them; see the log for details. Your progress is stored separately and is safe.',
        ),
        buttons: reload + button('showLog', vscode.l10n.t('Show Log')),
      };
    case 'tooLong':
      return {
        title: vscode.l10n.t('This answer takes too long to show'),
        text: vscode.l10n.t(
          'Loopwise gave up after {0} seconds. Its Markdown takes too long to render, for example because of thousands of unclosed brackets or asterisks. None of your progress is lost.',
          renderSeconds,
        ),
        buttons: reload + list(false),
      };
  }
}
