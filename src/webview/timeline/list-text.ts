import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';
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

export function listEntries(view: RunView, texts: TimelineTexts): ListEntry[] {
  const scheduled = scheduledBy(view);
  return view.items.map((item) => ({
    item: item.index,
    name: itemPlaceName(item, view, texts),
    where: [texts.lanes[item.lane], turnText(item.turn, texts)].join(', '),
    what: whatText(view, item, scheduled[item.index] ?? [], texts),
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

function whatText(
  view: RunView,
  item: Item,
  scheduled: readonly number[],
  texts: TimelineTexts,
): string {
  const { trace, items, parents } = view;
  const lines = item.lines.map((index) => {
    const line = trace.lines[index];
    return line ? lineText(line, texts) : '';
  });
  const tasks = scheduled.map((id) => {
    const task = trace.tasks[id];
    return task ? taskPlaceName(task, texts) : '';
  });
  const parent = items[parents[item.index] ?? -1];
  return [
    lines.length > 0 ? fill(texts.listPrints, enumerate(lines, texts)) : texts.listPrintsNothing,
    ...(tasks.length > 0 ? [fill(texts.listSchedules, enumerate(tasks, texts))] : []),
    ...(parent ? [fill(texts.listBy, nameInSentence(parent, view, texts))] : []),
  ].join('; ');
}

function enumerate(names: readonly string[], texts: TimelineTexts): string {
  if (names.length <= MOST) return names.join(', ');
  return [...names.slice(0, MOST), fill(texts.moreLines, names.length - MOST)].join(', ');
}
