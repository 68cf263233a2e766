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
