import { l10n } from 'vscode';
import { escapeHtml } from '../pages/escape-html.ts';

/** What the run printed; nothing where nothing ran. */
export function outputHtml(
  printed: readonly string[] | undefined,
  section: (title: string, html: string) => string,
): string {
  const lines = printed?.map((line) => `<li><code>${escapeHtml(line)}</code></li>`);
  return lines
    ? section(l10n.t('Output of this run'), `<ol class="output">${lines.join('')}</ol>`)
    : '';
}

/** Whether an answer is right, in words that are given or the usual ones. @param right undefined for what can't be judged */
export function verdictHtml(right: boolean | undefined, text?: string): string {
  const [tone, icon, usual] =
    right === undefined
      ? (['note', 'info', l10n.t("It couldn't be graded.")] as const)
      : right
        ? (['right', 'pass-filled', l10n.t('Right.')] as const)
        : (['wrong', 'error', l10n.t('Not right.')] as const);
  return `<p class="verdict ${tone}" role="status" data-news><span class="codicon codicon-${icon}" aria-hidden="true"></span><span>${escapeHtml(text ?? usual)}</span></p>`;
}
