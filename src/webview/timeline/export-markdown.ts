import type { ExplainedTrace } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';
import { certaintyText } from './certainty-text.ts';
import { itemName, lineText } from './names.ts';
import type { Item, RunView } from './run-view.ts';

/** A run as notes: the code, what it printed, its callbacks as a table, and why in this order. */
export function exportMarkdown(
  recording: ExplainedTrace,
  code: string,
  view: RunView,
  texts: TimelineTexts,
): string {
  const { lines } = recording.trace;
  const parts = [
    `# ${texts.notesTitle}`,
    `## ${texts.notesCode}`,
    fenced(code.trimEnd(), 'js'),
    `## ${texts.notesOutput}`,
    lines.length === 0
      ? texts.outputNone
      : fenced(lines.map((line) => lineText(line, texts, Infinity)).join('\n'), 'text'),
    `## ${texts.notesCallbacks}`,
    table(view, texts),
    ...order(recording, texts),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A fence longer than any in the text. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, longestTicks(text));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function table(view: RunView, texts: TimelineTexts): string {
  const head = [
    texts.notesPlace,
    texts.notesTurn,
    texts.notesPhase,
    texts.notesCallback,
    texts.notesLine,
    texts.notesScheduledBy,
    texts.notesPrints,
  ];
  const rows = view.items.map((item) => tableRow(item, view, texts));
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function tableRow(item: Item, view: RunView, texts: TimelineTexts): string[] {
  const parent = view.items[view.parents[item.index] ?? -1];
  const printed = item.lines.flatMap((index) => {
    const line = view.trace.lines[index];
    return line ? [inlineCode(lineText(line, texts))] : [];
  });
  return [
    String(item.index + 1),
    String(item.turn),
    escaped(texts.lanes[item.lane]),
    escaped(itemName(item, view, texts)),
    item.task?.site ? String(item.task.site.line) : '',
    parent ? `${parent.index + 1}. ${escaped(itemName(parent, view, texts))}` : '',
    printed.join('<br>'),
  ];
}

function order({ trace, explanations }: ExplainedTrace, texts: TimelineTexts): string[] {
  const parts: string[] = [];
  for (const [index, pair] of explanations.pairs.entries()) {
    const earlier = trace.lines[index];
    const later = trace.lines[index + 1];
    if (!pair || !earlier || !later) continue;
    const names = [later, earlier].map((line) => inlineCode(lineText(line, texts)));
    const certainty = certaintyText(pair.certainty, texts);
    parts.push(
      [
        `- ${fill(texts.notesAfter, ...names)} (${certainty}): **${pair.title}**`,
        `  ${pair.text.replaceAll('\n', ' ')}`,
        `  [${pair.source.title.replace(/[[\]]/g, '\\$&')}](${encodeURI(pair.source.url)})`,
      ].join('\n'),
    );
  }
  return parts.length === 0 ? [] : [`## ${texts.notesOrder}`, parts.join('\n')];
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
