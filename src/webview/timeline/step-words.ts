import * as l10n from '@vscode/l10n';
import type { Explanation, Phase, Site, Task, Trace } from '../../shared/timeline.ts';
import { count } from '../../shared/fill.ts';
import { laneName } from './lane-name.ts';
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

export function stepWords(view: RunView, step: Step): StepWords {
  const item = view.items[step.item];
  if (!item) return { title: '', why: '', origin: '', site: undefined };
  return {
    title: title(view, step, item),
    why: reason(view, step, item),
    origin: isAboutItem(step) ? originText(view, item) : '',
    site: siteOf(view, step, item),
  };
}

const isAboutItem = ({ event }: Step): boolean =>
  event.kind === 'starts' || event.kind === 'prints';

/** The step in one sentence, for those who hear it. */
export function spokenStep(view: RunView, step: Step, of: number): string {
  const item = view.items[step.item];
  if (!item) return '';
  const words = stepWords(view, step);
  const line = words.site ? l10n.t('line {0}', words.site.line) : '';
  const where = [laneName(item.lane), turnText(item.turn, view.trace)].join(', ');
  return [
    l10n.t('Step {0} of {1}', step.index + 1, of),
    words.title,
    line,
    step.event.kind === 'ends' ? '' : where,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Which turn it is; of what is imagined only whether it is one, since no clock says how often the loop turns. */
export function turnText(turn: number, { imagined }: Pick<Trace, 'imagined'>): string {
  if (turn === 0) return l10n.t('before the loop');
  return imagined ? l10n.t('turn of the loop') : l10n.t('turn {0}', turn);
}

/** Why the line that a step prints comes after the line before it, when that was derived. */
export function orderBefore(
  pairs: readonly (Explanation | undefined)[],
  { event }: Step,
): Explanation | undefined {
  return event.kind === 'prints' && event.line > 0 ? pairs[event.line - 1] : undefined;
}

function reason(view: RunView, { event, begins }: Step, item: Item): string {
  switch (event.kind) {
    case 'starts':
    case 'prints':
      return begins ? whyNow(view, item) : '';
    case 'schedules':
      return waitsFor(view.trace.tasks[event.task]);
    case 'cancels':
      return l10n.t('It will not run.');
    case 'ends':
      return neverRanText(view);
  }
}

function waitsFor(task: Task | undefined): string {
  if (!task || task.phase === 'main') return '';
  if (task.phase === 'timers' && task.delayMs !== undefined) {
    // The code may say 0, or nothing.
    if (task.delayMs === 1)
      return `${l10n.t('Waits at least 1 ms, then runs in the timers phase.')} ${l10n.t('Node.js treats every delay under 1 ms as 1 ms.')}`;
    return l10n.t('Waits at least {0} ms, then runs in the timers phase.', rounded(task.delayMs));
  }
  const settled = task.phase !== 'microtask' || task.queuedAt === task.scheduledAt;
  return settled ? waitsInPhase(task.phase) : l10n.t('Waits until its promise is settled.');
}

function title(view: RunView, { event }: Step, item: Item): string {
  const { lines, tasks, complete } = view.trace;
  switch (event.kind) {
    case 'starts':
      return item.callback?.index === 0
        ? l10n.t('The main script starts')
        : l10n.t('{0} calls back', itemName(item, view));
    case 'prints': {
      const line = lines[event.line];
      return l10n.t('Prints {0}', line ? lineText(line) : '');
    }
    case 'schedules':
    case 'cancels': {
      const task = tasks[event.task];
      const name = task ? taskName(task) : '';
      return event.kind === 'schedules'
        ? l10n.t('Schedules {0}', name)
        : l10n.t('Cancels {0}', name);
    }
    case 'ends':
      return {
        whole: l10n.t('The program ends'),
        runCut: l10n.t('The run was stopped here'),
        tooLong: l10n.t('The recording ends here; the run continued'),
      }[complete];
  }
}

/** Things that were scheduled and neither ran nor were cancelled, at the end of a whole run. */
function neverRanText({ trace }: RunView): string {
  if (trace.complete !== 'whole') return '';
  const ran = new Set(trace.callbacks.map(({ task }) => task));
  const left = trace.tasks.filter(
    ({ id, internal, cancelledAt, phase }) =>
      !internal && cancelledAt === undefined && phase !== 'exit' && !ran.has(id),
  ).length;
  return left === 0
    ? ''
    : count(
        l10n.t('One scheduled callback never ran.'),
        l10n.t('{0} scheduled callbacks never ran.'),
        left,
      );
}

function whyNow(view: RunView, item: Item): string {
  const { callback, task, lane } = item;
  if (!callback || lane === 'beside') {
    const [line] = item.lines;
    const from = line === undefined ? undefined : view.trace.lines[line]?.from;
    return from === 'process'
      ? l10n.t('A child process runs on its own, so its lines may be printed at any time.')
      : l10n.t('A worker thread runs on its own, so its lines may be printed at any time.');
  }
  if (callback.event !== undefined)
    return l10n.t(
      'The process emits the event {0}, and its listeners run immediately.',
      callback.event,
    );
  if (lane === 'timers' && task?.delayMs !== undefined) {
    return l10n.t(
      'The loop is in its timers phase, and the delay of {0} ms has passed.',
      rounded(task.delayMs),
    );
  }
  return whyInPhase(lane);
}

function originText(view: RunView, { index, task, callback }: Item): string {
  if (!task || task.id === 0) return '';
  const name = (of: number): string => {
    const item = view.items[of];
    if (!item) return '';
    return item.callback?.index === 0 ? l10n.t('the main script') : itemPlaceName(item, view);
  };
  const parent = view.parents[index] ?? -1;
  const line = task.site?.line;
  const by = view.items[parent];
  const scheduler = by ? nameInSentence(by, view) : '';
  const parts: string[] = [];
  if (by && line !== undefined)
    parts.push(l10n.t('Scheduled by {0} at line {1}.', scheduler, line));
  else if (by) parts.push(l10n.t('Scheduled by {0}.', scheduler));
  const settler = view.settlers[index] ?? -1;
  if (settler >= 0)
    parts.push(l10n.t('The promise that it waited for was settled by {0}.', name(settler)));
  const around = callback?.inside === undefined ? -1 : (view.itemOf[callback.inside] ?? -1);
  if (around >= 0 && around !== parent)
    parts.push(l10n.t('Called while {0} was running.', name(around)));
  return parts.join(' ');
}

/** A box's name where it stands in the middle of a sentence. */
export function nameInSentence(item: Item, view: RunView): string {
  return item.callback?.index === 0 ? l10n.t('the main script') : itemName(item, view);
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

const whyInPhase = (phase: Phase): string =>
  ({
    main: l10n.t('Node.js runs the file from top to bottom before the event loop starts.'),
    nextTick: l10n.t('The nextTick queue is emptied before the loop moves on to another callback.'),
    microtask: l10n.t(
      'The microtask queue is emptied before the loop moves on to another callback.',
    ),
    timers: l10n.t('The loop is in its timers phase, and this timer is due.'),
    poll: l10n.t('The loop is in its poll phase, where finished operations call back.'),
    check: l10n.t('The loop is in its check phase, which follows poll.'),
    close: l10n.t('The loop is in its close phase, the last of a turn.'),
    exit: l10n.t('The process is about to end.'),
  })[phase];

const waitsInPhase = (phase: Exclude<Phase, 'main'>): string =>
  ({
    nextTick: l10n.t('Waits in the nextTick queue.'),
    microtask: l10n.t('Waits in the microtask queue.'),
    timers: l10n.t('Waits for the timers phase.'),
    poll: l10n.t('Waits until the operation is done, then runs in the poll phase.'),
    check: l10n.t('Waits for the check phase.'),
    close: l10n.t('Waits for the close phase.'),
    exit: l10n.t('Waits for the end of the process.'),
  })[phase];
