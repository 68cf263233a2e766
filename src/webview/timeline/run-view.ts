import type { Callback, Moment, Task, Trace } from '../../shared/timeline.ts';
import type { Lane } from './lanes.ts';

/** What the user wants to see of a run. */
export interface Filter {
  /** Callbacks that print nothing. */
  readonly silent: boolean;
  /** Callbacks that Node.js scheduled by itself and that print nothing. */
  readonly internal: boolean;
  readonly hiddenLanes: ReadonlySet<Lane>;
}

export const showAll: Filter = { silent: true, internal: false, hiddenLanes: new Set() };

/** A box of the picture: a callback, or a line that a thread or process of its own printed. */
export interface Item {
  /** Its place in `RunView.items`. */
  readonly index: number;
  readonly lane: Lane;
  readonly callback?: Callback;
  readonly task?: Task;
  /** Indexes of the lines it printed. */
  readonly lines: readonly number[];
  readonly from: Moment;
  readonly turn: number;
  /** Milliseconds during which nothing ran before it; 0 when that is not known. */
  readonly waitedMs: number;
}

/** A run as it is shown: the boxes that a filter leaves, and how they hang together. */
export interface RunView {
  readonly trace: Trace;
  readonly filter: Filter;
  readonly items: readonly Item[];
  /** What the user scheduled, and what Node.js did where that is shown. */
  readonly shownTasks: ReadonlySet<number>;
  /** The item of each callback; -1 for one that is filtered out. */
  readonly itemOf: readonly number[];
  /** The item that scheduled each item, or the nearest that is shown before it; -1 for none. */
  readonly parents: readonly number[];
  /** The items that each item scheduled, in the order of scheduling. */
  readonly children: readonly (readonly number[])[];
  /** The item that settled the promise that each item waited for; -1 for none. */
  readonly settlers: readonly number[];
}

export function createRunView(trace: Trace, filter: Filter): RunView {
  const items = itemsOf(trace, filter);
  const itemOf = new Array<number>(trace.callbacks.length).fill(-1);
  for (const { index, callback } of items) if (callback) itemOf[callback.index] = index;
  const parents = parentsOf(trace, items, itemOf);
  return {
    trace,
    filter,
    items,
    shownTasks: shownTasksOf(trace, filter, items),
    itemOf,
    parents,
    children: childrenOf(items, parents),
    settlers: settlersOf(trace, items, itemOf, parents),
  };
}

type Draft = Omit<Item, 'index' | 'waitedMs'> & { readonly waitedMs: number };

function itemsOf(trace: Trace, filter: Filter): Item[] {
  const printed = linesByCallback(trace);
  const drafts: Draft[] = [];
  const waits = waitsBefore(trace);
  let waitedMs = 0;
  for (const callback of trace.callbacks) {
    waitedMs += waits[callback.index] ?? 0;
    const task = trace.tasks[callback.task];
    const lines = printed.get(callback.index) ?? [];
    if (!isShown(callback, task, lines.length > 0, filter)) continue;
    const { phase: lane, from, turn } = callback;
    drafts.push({ lane, callback, ...(task && { task }), lines, from, turn, waitedMs });
    waitedMs = 0;
  }
  if (!filter.hiddenLanes.has('beside')) for (const draft of besideOf(trace)) drafts.push(draft);
  return drafts.sort((a, b) => a.from - b.from).map((draft, index) => ({ ...draft, index }));
}

function shownTasksOf({ tasks }: Trace, { internal }: Filter, items: readonly Item[]): Set<number> {
  const shown = new Set(tasks.filter((task) => internal || !task.internal).map(({ id }) => id));
  for (const { task } of items) if (task) shown.add(task.id);
  return shown;
}

function linesByCallback(trace: Trace): Map<number, number[]> {
  const printed = new Map<number, number[]>();
  for (const [index, { callback }] of trace.lines.entries()) {
    if (callback === undefined) continue;
    const lines = printed.get(callback);
    if (lines) lines.push(index);
    else printed.set(callback, [index]);
  }
  return printed;
}

function isShown(callback: Callback, task: Task | undefined, prints: boolean, filter: Filter) {
  if (filter.hiddenLanes.has(callback.phase)) return false;
  if (callback.index === 0 || prints) return true;
  return filter.silent && (filter.internal || !task?.internal);
}

/** For each callback, how long nothing ran before it. Without known ends, no wait is claimed. */
function waitsBefore(trace: Trace): number[] {
  let busyUntil: number | undefined;
  return trace.callbacks.map(({ startedMs, endedMs }) => {
    const waited = busyUntil === undefined ? 0 : Math.max(0, startedMs - busyUntil);
    // What is called inside another callback ends before it.
    busyUntil = endedMs === undefined ? undefined : Math.max(busyUntil ?? 0, endedMs);
    return waited;
  });
}

/** Lines of workers and child processes stand where they arrived. */
function besideOf(trace: Trace): Draft[] {
  const drafts: Draft[] = [];
  let next = 0;
  let turn = 0;
  for (const [index, line] of trace.lines.entries()) {
    if (line.callback !== undefined) continue;
    for (; (trace.callbacks[next]?.from ?? Infinity) <= line.at; next++) {
      turn = trace.callbacks[next]?.turn ?? turn;
    }
    drafts.push({ lane: 'beside', lines: [index], from: line.at, turn, waitedMs: 0 });
  }
  return drafts;
}

function parentsOf(trace: Trace, items: readonly Item[], itemOf: readonly number[]): number[] {
  const lastOf = new Map<number, number>();
  return items.map(({ index, task, callback }) => {
    if (!task || !callback) return -1;
    // An interval is wound up again by its own callback.
    const again = task.repeats ? lastOf.get(task.id) : undefined;
    lastOf.set(task.id, index);
    return again ?? shownAncestor(trace, itemOf, task.by ?? callback.inside, index);
  });
}

/** The nearest shown item in the chain that begins with a callback; always an earlier one. */
function shownAncestor(
  trace: Trace,
  itemOf: readonly number[],
  callback: number | undefined,
  before: number,
): number {
  let at = callback;
  for (let hops = 0; at !== undefined && hops <= trace.callbacks.length; hops++) {
    const item = itemOf[at] ?? -1;
    if (item >= 0) return item < before ? item : -1;
    const found: Callback | undefined = trace.callbacks[at];
    at = found && (trace.tasks[found.task]?.by ?? found.inside);
  }
  return -1;
}

function childrenOf(items: readonly Item[], parents: readonly number[]): number[][] {
  const children = items.map((): number[] => []);
  for (const [index, parent] of parents.entries()) children[parent]?.push(index);
  const scheduledAt = (item: number): number => items[item]?.task?.scheduledAt ?? 0;
  for (const list of children) list.sort((a, b) => scheduledAt(a) - scheduledAt(b) || a - b);
  return children;
}

function settlersOf(
  trace: Trace,
  items: readonly Item[],
  itemOf: readonly number[],
  parents: readonly number[],
): number[] {
  const byTask = new Map<number, Callback[]>();
  for (const callback of trace.callbacks) {
    const list = byTask.get(callback.task);
    if (list) list.push(callback);
    else byTask.set(callback.task, [callback]);
  }
  return items.map(({ index, task, from }) => {
    if (task?.settledBy === undefined) return -1;
    const until = task.queuedAt ?? from;
    const settler = byTask.get(task.settledBy)?.findLast((callback) => callback.from <= until);
    const item = settler ? (itemOf[settler.index] ?? -1) : -1;
    return item >= 0 && item < index && item !== parents[index] ? item : -1;
  });
}
