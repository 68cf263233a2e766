import type { Explanation, Site, Task } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { count, fill } from '../../shared/fill.ts';
import { itemName, itemPlaceName, lineText, rounded, taskName } from './names.ts';
import type { Item, RunView } from './run-view.ts';
import type { Step } from './steps.ts';

/** What is said of a step. */
export interface StepWords {
  /** "Prints timeout" */
  readonly title: string;
  /** Why the callback runs now, where it begins; what a task that was scheduled waits for. */
  readonly why: string;
  /** "Scheduled by main script at line 3." */
  readonly origin: string;
  /** The place in the source that the step is about. */
  readonly site: Site | undefined;
}

export function stepWords(view: RunView, step: Step, texts: TimelineTexts): StepWords {
  const item = view.items[step.item];
  if (!item) return { title: '', why: '', origin: '', site: undefined };
  return {
    title: title(view, step, item, texts),
    why: reason(view, step, item, texts),
    origin: isAboutItem(step) ? originText(view, item, texts) : '',
    site: siteOf(view, step, item),
  };
}

const isAboutItem = ({ event }: Step): boolean =>
  event.kind === 'starts' || event.kind === 'prints';

/** The step in one sentence, for those who hear it. */
export function spokenStep(view: RunView, step: Step, of: number, texts: TimelineTexts): string {
  const item = view.items[step.item];
  if (!item) return '';
  const words = stepWords(view, step, texts);
  const line = words.site ? fill(texts.line, words.site.line) : '';
  const where = [texts.lanes[item.lane], turnText(item.turn, texts)].join(', ');
  return [
    fill(texts.step, step.index + 1, of),
    words.title,
    line,
    step.event.kind === 'ends' ? '' : where,
  ]
    .filter(Boolean)
    .join(', ');
}

export function turnText(turn: number, texts: TimelineTexts): string {
  return turn === 0 ? texts.beforeLoop : fill(texts.turn, turn);
}

/** Why the line that a step prints comes after the line before it, when that was derived. */
export function orderBefore(
  pairs: readonly (Explanation | undefined)[],
  { event }: Step,
): Explanation | undefined {
  return event.kind === 'prints' && event.line > 0 ? pairs[event.line - 1] : undefined;
}

function reason(view: RunView, { event, begins }: Step, item: Item, texts: TimelineTexts): string {
  switch (event.kind) {
    case 'starts':
    case 'prints':
      return begins ? whyNow(view, item, texts) : '';
    case 'schedules':
      return waitsFor(view.trace.tasks[event.task], texts);
    case 'cancels':
      return texts.waitsNoMore;
    case 'ends':
      return neverRanText(view, texts);
  }
}

function waitsFor(task: Task | undefined, texts: TimelineTexts): string {
  if (!task || task.phase === 'main') return '';
  if (task.phase === 'timers' && task.delayMs !== undefined) {
    // The code may say 0, or nothing.
    if (task.delayMs === 1) return `${texts.waitsForTimerOne} ${texts.shortestDelay}`;
    return fill(texts.waitsForTimer, rounded(task.delayMs));
  }
  const settled = task.phase !== 'microtask' || task.queuedAt === task.scheduledAt;
  return settled ? texts.waitsFor[task.phase] : texts.waitsForPromise;
}

function title(view: RunView, { event }: Step, item: Item, texts: TimelineTexts): string {
  const { lines, tasks, complete } = view.trace;
  switch (event.kind) {
    case 'starts':
      return item.callback?.index === 0
        ? texts.startsMain
        : fill(texts.starts, itemName(item, view, texts));
    case 'prints': {
      const line = lines[event.line];
      return fill(texts.prints, line ? lineText(line, texts) : '');
    }
    case 'schedules':
    case 'cancels': {
      const task = tasks[event.task];
      return fill(texts[event.kind], task ? taskName(task, texts) : '');
    }
    case 'ends':
      return { whole: texts.ends, runCut: texts.endsRunCut, tooLong: texts.endsTooLong }[complete];
  }
}

/** Things that were scheduled and neither ran nor were cancelled, at the end of a whole run. */
function neverRanText({ trace }: RunView, texts: TimelineTexts): string {
  if (trace.complete !== 'whole') return '';
  const ran = new Set(trace.callbacks.map(({ task }) => task));
  const left = trace.tasks.filter(
    ({ id, internal, cancelledAt, phase }) =>
      !internal && cancelledAt === undefined && phase !== 'exit' && !ran.has(id),
  ).length;
  return left === 0 ? '' : count(texts.neverRanOne, texts.neverRan, left);
}

function whyNow(view: RunView, item: Item, texts: TimelineTexts): string {
  const { callback, task, lane } = item;
  if (!callback || lane === 'beside') {
    const [line] = item.lines;
    const from = line === undefined ? undefined : view.trace.lines[line]?.from;
    return from === 'process' ? texts.whyProcess : texts.whyWorker;
  }
  if (callback.event !== undefined) return fill(texts.whyEvent, callback.event);
  if (lane === 'timers' && task?.delayMs !== undefined) {
    return fill(texts.whyTimer, rounded(task.delayMs));
  }
  return texts.why[lane];
}

function originText(view: RunView, { index, task, callback }: Item, texts: TimelineTexts): string {
  if (!task || task.id === 0) return '';
  const name = (of: number): string => {
    const item = view.items[of];
    if (!item) return '';
    return item.callback?.index === 0 ? texts.theMainScript : itemPlaceName(item, view, texts);
  };
  const parent = view.parents[index] ?? -1;
  const line = task.site?.line;
  const by = view.items[parent];
  const scheduler = by ? nameInSentence(by, view, texts) : '';
  const parts: string[] = [];
  if (by && line !== undefined) parts.push(fill(texts.scheduledByAtLine, scheduler, line));
  else if (by) parts.push(fill(texts.scheduledBy, scheduler));
  const settler = view.settlers[index] ?? -1;
  if (settler >= 0) parts.push(fill(texts.settledBy, name(settler)));
  const around = callback?.inside === undefined ? -1 : (view.itemOf[callback.inside] ?? -1);
  if (around >= 0 && around !== parent) parts.push(fill(texts.calledInside, name(around)));
  return parts.join(' ');
}

/** A box's name where it stands in the middle of a sentence. */
export function nameInSentence(item: Item, view: RunView, texts: TimelineTexts): string {
  return item.callback?.index === 0 ? texts.theMainScript : itemName(item, view, texts);
}

function siteOf(view: RunView, { event }: Step, item: Item): Site | undefined {
  const { lines, tasks } = view.trace;
  switch (event.kind) {
    case 'starts':
      return item.task?.site;
    case 'prints':
      return lines[event.line]?.site ?? item.task?.site;
    case 'schedules':
    case 'cancels':
      return tasks[event.task]?.site;
    case 'ends':
      return undefined;
  }
}
