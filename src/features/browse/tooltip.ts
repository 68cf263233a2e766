import * as vscode from 'vscode';
import { plainMarkdown } from '../ui/plain-markdown.ts';

/** All texts are plain: nothing in them is taken for Markdown. */
export function cardTooltip(
  title: string,
  facts: readonly string[],
  ...more: readonly string[]
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(
    `**${plainMarkdown(title)}**\n\n${plainMarkdown(facts.join(' · '))}`,
  );
  for (const line of more) if (line !== '') tooltip.appendMarkdown(`\n\n${plainMarkdown(line)}`);
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
  const items = listed.map((line) => `- ${plainMarkdown(line)}`).join('\n');
  tooltip.appendMarkdown(`\n\n${plainMarkdown(heading)}\n\n${items}`);
}
