import * as vscode from 'vscode';

/** All texts are plain: nothing in them is taken for Markdown. */
export function cardTooltip(
  title: string,
  facts: readonly string[],
  ...more: readonly string[]
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(
    `**${escaped(title)}**\n\n${escaped(facts.join(' · '))}`,
  );
  for (const line of more) if (line !== '') tooltip.appendMarkdown(`\n\n${escaped(line)}`);
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
  const shown = lines.length > mostListed ? lines.slice(0, mostListed - 1) : lines;
  const left = lines.length - shown.length;
  const listed = left === 0 ? shown : [...shown, vscode.l10n.t('{0} more', left)];
  const items = listed.map((line) => `- ${escaped(line)}`).join('\n');
  tooltip.appendMarkdown(`\n\n${escaped(heading)}\n\n${items}`);
}

/** Not `appendText`, whose spaces don't break: a long line would be cut within words. */
const escaped = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
