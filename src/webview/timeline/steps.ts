import type { Moment, Trace } from '../../shared/timeline.ts';
import type { RunView } from './run-view.ts';

/** One step through a run: a callback begins, or something happens in it. */
export interface Step {
  readonly index: number;
  /** Its box. */
  readonly item: number;
  /** What is shown is how things are right after this moment. */
  readonly at: Moment;
  readonly event: StepEvent;
  /** The callback begins with it. */
  readonly begins: boolean;
}

export type StepEvent =
  | { readonly kind: 'starts' }
  | { readonly kind: 'prints'; readonly line: number }
  | { readonly kind: 'schedules'; readonly task: number }
  | { readonly kind: 'cancels'; readonly task: number }
  | { readonly kind: 'ends' };

type Draft = Omit<Step, 'index'>;

/**
 * All steps through what is shown. A callback that prints before it does anything else begins with
 * that line, in one step. The last step is the end of the run.
 */
export function stepsOf(view: RunView): Step[] {
  const drafts = [...starts(view), ...printing(view), ...scheduling(view)];
  // A callback begins before what happens at the same moment.
  drafts.sort((a, b) => a.at - b.at || Number(b.begins) - Number(a.begins));
  const steps = joinFirstLines(drafts);
  const last = steps.at(-1);
  if (last) {
    const at = Math.max(view.trace.end, last.at);
    steps.push({ item: last.item, at, event: { kind: 'ends' }, begins: false });
  }
  return steps.map((step, index) => ({ ...step, index }));
}

function starts(view: RunView): Draft[] {
  return view.items
    .filter(({ callback }) => callback)
    .map(({ index, from }) => ({ item: index, at: from, event: { kind: 'starts' }, begins: true }));
}

function printing(view: RunView): Draft[] {
  return view.items.flatMap(({ index, lines, callback }) =>
    lines.map((line) => ({
      item: index,
      at: view.trace.lines[line]?.at ?? 0,
      event: { kind: 'prints' as const, line },
      begins: !callback,
    })),
  );
}

function scheduling(view: RunView): Draft[] {
  const { trace, itemOf, shownTasks } = view;
  const drafts: Draft[] = [];
  for (const task of trace.tasks) {
    if (task.by === undefined || !shownTasks.has(task.id)) continue;
    const item = itemOf[task.by] ?? -1;
    if (item < 0) continue;
    drafts.push({
      item,
      at: task.scheduledAt,
      event: { kind: 'schedules', task: task.id },
      begins: false,
    });
    if (task.cancelledAt === undefined) continue;
    const canceller = itemOf[callbackAt(trace, task.cancelledAt)] ?? -1;
    if (canceller < 0) continue;
    drafts.push({
      item: canceller,
      at: task.cancelledAt,
      event: { kind: 'cancels', task: task.id },
      begins: false,
    });
  }
  return drafts;
}

/** The innermost callback that is running at a moment; -1 for none. */
export function callbackAt({ callbacks }: Trace, moment: Moment): number {
  let low = 0;
  let high = callbacks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((callbacks[middle]?.from ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  let at: number | undefined = low - 1;
  while (at !== undefined && at >= 0 && (callbacks[at]?.to ?? 0) < moment) {
    at = callbacks[at]?.inside;
  }
  return at ?? -1;
}

function joinFirstLines(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    const first = draft.event.kind === 'prints' && before?.event.kind === 'starts';
    if (first && before.item === draft.item) joined[joined.length - 1] = { ...draft, begins: true };
    else joined.push(draft);
  }
  return joined;
}

/** The last step that is not after a moment; the first one when all are. */
export function stepAt(steps: readonly Step[], moment: Moment): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The first step of the next or the previous box; the own box's first step comes before that. */
export function stepOfNeighbour(steps: readonly Step[], from: number, by: 1 | -1): number {
  const item = steps[from]?.item;
  if (by === 1) {
    const next = steps.findIndex((step, index) => index > from && step.begins);
    return next < 0 ? steps.length - 1 : next;
  }
  const own = steps.findLastIndex((step, index) => index < from && step.begins);
  return own < 0 || item === undefined ? 0 : own;
}

/** The first step of each item. */
export function firstSteps(steps: readonly Step[], items: number): number[] {
  const first = new Array<number>(items).fill(-1);
  for (const { item, index } of steps) if (first[item] === -1) first[item] = index;
  return first;
}
