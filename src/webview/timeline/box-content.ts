import * as l10n from '@vscode/l10n';
import type { TracedLine } from '../../shared/timeline.ts';
import { itemName, lineText, rounded } from './names.ts';
import type { Item, RunView } from './run-view.ts';

/** What stands in a box. */
export interface BoxContent {
  readonly name: string;
  /** `:4`, the line in the source. */
  readonly place: string;
  readonly rows: readonly BoxRow[];
}

export interface BoxRow {
  readonly text: string;
  readonly look: TracedLine['stream'] | 'note';
}

/** More lines than these are counted. */
export const MOST_ROWS = 4;

/** A callback that ran for less keeps its time to itself. */
const LONG_MS = 15;

export function boxContent(item: Item, view: RunView): BoxContent {
  const line = item.task?.site?.line;
  return {
    name: itemName(item, view),
    place: line === undefined ? '' : `:${line}`,
    rows: [...printedRows(item, view), ...busyRow(item)],
  };
}

function printedRows({ lines }: Item, view: RunView): BoxRow[] {
  const shown = lines.length > MOST_ROWS ? lines.slice(0, MOST_ROWS - 1) : lines;
  const rows = shown.flatMap((index): BoxRow[] => {
    const line = view.trace.lines[index];
    return line ? [{ text: lineText(line, 60), look: line.stream }] : [];
  });
  const more = lines.length - shown.length;
  return more > 0 ? [...rows, { text: l10n.t('+{0} more', more), look: 'note' }] : rows;
}

function busyRow({ callback }: Item): BoxRow[] {
  const ms = (callback?.endedMs ?? 0) - (callback?.startedMs ?? 0);
  if (callback?.endedMs === undefined || ms < LONG_MS) return [];
  // The script's time is mostly its own start: reading and compiling it.
  if (callback.index === 0 && ms < 3 * LONG_MS) return [];
  return [{ text: l10n.t('ran {0} ms', rounded(ms)), look: 'note' }];
}

/** How many cells of a monospaced font a text takes: wide characters take two. */
export function cells(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      code >= 0x1f300;
    count += wide ? 2 : 1;
  }
  return count;
}

/** A text that fits into some cells; its end gives way to an ellipsis. */
export function fitText(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += cells(character);
    if (used > width) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}
