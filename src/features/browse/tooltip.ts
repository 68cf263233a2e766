import * as vscode from 'vscode';

/** All texts are plain: nothing in them is taken for Markdown. */
export function cardTooltip(
  title: string,
  facts: readonly string[],
  ...more: readonly string[]
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**').appendText(title).appendMarkdown('**\n\n');
  tooltip.appendText(facts.join(' · '));
  for (const line of more) if (line !== '') tooltip.appendMarkdown('\n\n').appendText(line);
  return tooltip;
}

/** More of them would cover the tree. */
const mostListed = 6;

/** Adds lines under a heading, if there are any. */
export function addList(
  tooltip: vscode.MarkdownString,
  heading: string,
  lines: readonly string[],
): void {
  if (lines.length === 0) return;
  tooltip.appendMarkdown('\n\n').appendText(heading).appendMarkdown('\n');
  const shown = lines.length > mostListed ? lines.slice(0, mostListed - 1) : lines;
  for (const line of shown) tooltip.appendMarkdown('\n- ').appendText(line);
  if (shown.length < lines.length) {
    const more = vscode.l10n.t('{0} more', lines.length - shown.length);
    tooltip.appendMarkdown('\n- ').appendText(more);
  }
}
