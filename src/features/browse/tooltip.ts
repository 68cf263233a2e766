import * as vscode from 'vscode';

/** All texts are plain: nothing in them is taken for Markdown. */
export function cardTooltip(
  title: string,
  facts: readonly string[],
  more: string,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString('**').appendText(title).appendMarkdown('**\n\n');
  tooltip.appendText(facts.join(' · '));
  return more === '' ? tooltip : tooltip.appendMarkdown('\n\n').appendText(more);
}
