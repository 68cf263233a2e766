import * as l10n from '@vscode/l10n';
import type { ExplainedTrace } from '../../shared/timeline.ts';
import { laneName } from './lane-name.ts';
import { certaintyText } from './certainty-text.ts';
import { itemName, lineText } from './names.ts';
import type { Item, RunView } from './run-view.ts';

/** A run as notes: the code, what it printed, its callbacks as a table, and why in this order. */
export function exportMarkdown(recording: ExplainedTrace, code: string, view: RunView): string {
  const { lines } = recording.trace;
  const parts = [
    `# ${l10n.t('Timeline of a run')}`,
    `## ${l10n.t('Code')}`,
    fenced(code.trimEnd(), 'js'),
    `## ${l10n.t('Output')}`,
    lines.length === 0
      ? l10n.t('nothing yet')
      : fenced(lines.map((line) => lineText(line, Infinity)).join('\n'), 'text'),
    `## ${l10n.t('Callbacks in the order in which they ran')}`,
    table(view),
    ...order(recording),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A fence longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, longestTicks(text));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function table(view: RunView): string {
  const head = [
    l10n.t('No.'),
    l10n.t('Turn'),
    l10n.t('Phase'),
    l10n.t('Callback'),
    l10n.t('Line'),
    l10n.t('Scheduled by'),
    l10n.t('Prints'),
  ];
  const rows = view.items.map((item) => tableRow(item, view));
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function tableRow(item: Item, view: RunView): string[] {
  const parent = view.items[view.parents[item.index] ?? -1];
  const printed = item.lines.flatMap((index) => {
    const line = view.trace.lines[index];
    return line ? [inlineCode(lineText(line))] : [];
  });
  return [
    String(item.index + 1),
    String(item.turn),
    escaped(laneName(item.lane)),
    escaped(itemName(item, view)),
    item.task?.site ? String(item.task.site.line) : '',
    parent ? `${parent.index + 1}. ${escaped(itemName(parent, view))}` : '',
    printed.join('<br>'),
  ];
}

function order({ trace, explanations }: ExplainedTrace): string[] {
  const parts: string[] = [];
  for (const [index, pair] of explanations.pairs.entries()) {
    const earlier = trace.lines[index];
    const later = trace.lines[index + 1];
    if (!pair || !earlier || !later) continue;
    const names = [later, earlier].map((line) => inlineCode(lineText(line)));
    const certainty = certaintyText(pair.certainty);
    parts.push(
      [
        `- ${l10n.t('{0} is printed after {1}', ...names)} (${certainty}): **${pair.title}**`,
        `  ${pair.text.replaceAll('\n', ' ')}`,
        `  [${pair.source.title.replace(/[[\]]/g, '\\$&')}](${encodeURI(pair.source.url)})`,
      ].join('\n'),
    );
  }
  return parts.length === 0
    ? []
    : [`## ${l10n.t('Why the lines are printed in this order')}`, parts.join('\n')];
}

/** Code within a line and within a cell of a table. */
function inlineCode(text: string): string {
  const longest = longestTicks(text);
  const ticks = '`'.repeat(longest + 1);
  const space = longest > 0 || /^ .* $/.test(text) ? ' ' : '';
  return `${ticks}${space}${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}${space}${ticks}`;
}

const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, '\\$&').replaceAll('\n', ' ');

function longestTicks(text: string): number {
  let longest = 0;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
}
