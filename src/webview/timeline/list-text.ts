import * as l10n from '@vscode/l10n';
import { laneName } from './lane-name.ts';
import { itemPlaceName, lineText, taskPlaceName } from './names.ts';
import type { Item, RunView } from './run-view.ts';
import { nameInSentence, turnText } from './step-words.ts';

/** One callback, told in words. */
export interface ListEntry {
  readonly item: number;
  readonly name: string;
  /** "timers, turn 1" */
  readonly where: string;
  /** "prints A, B; schedules setTimeout 0 ms (line 3); scheduled by main script" */
  readonly what: string;
}

/** More things than these are counted, so that an entry stays one that can be heard. */
const MOST = 12;

export function listEntries(view: RunView): ListEntry[] {
  const scheduled = scheduledBy(view);
  return view.items.map((item) => ({
    item: item.index,
    name: itemPlaceName(item, view),
    where: [laneName(item.lane), turnText(item.turn, view.trace)].join(', '),
    what: whatText(view, item, scheduled[item.index] ?? []),
  }));
}

function scheduledBy({ trace, itemOf, items, shownTasks }: RunView): number[][] {
  const scheduled = items.map((): number[] => []);
  for (const { id, by } of trace.tasks) {
    if (by === undefined || !shownTasks.has(id)) continue;
    scheduled[itemOf[by] ?? -1]?.push(id);
  }
  return scheduled;
}

function whatText(view: RunView, item: Item, scheduled: readonly number[]): string {
  const { trace, items, parents } = view;
  const lines = item.lines.map((index) => {
    const line = trace.lines[index];
    return line ? lineText(line) : '';
  });
  const tasks = scheduled.map((id) => {
    const task = trace.tasks[id];
    return task ? taskPlaceName(task) : '';
  });
  const parent = items[parents[item.index] ?? -1];
  return [
    lines.length > 0 ? l10n.t('prints {0}', enumerate(lines)) : l10n.t('prints nothing'),
    ...(tasks.length > 0 ? [l10n.t('schedules {0}', enumerate(tasks))] : []),
    ...(parent ? [l10n.t('scheduled by {0}', nameInSentence(parent, view))] : []),
  ].join('; ');
}

function enumerate(names: readonly string[]): string {
  if (names.length <= MOST) return names.join(', ');
  return [...names.slice(0, MOST), l10n.t('+{0} more', names.length - MOST)].join(', ');
}
