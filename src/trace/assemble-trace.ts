import { postponedTasks, toArmings } from './armings.ts';
import type { CallbackDraft, LineDraft, TaskDraft } from './drafts.ts';
import { closuresOf } from '../program/closures.ts';
import { createLineMakers } from './line-makers.ts';
import { constantCallsOf } from '../program/constant-calls.ts';
import { fulfilledIn } from '../program/fulfilled.ts';
import type { Fulfilled } from '../program/fulfilled.ts';
import { orderedLoopsOf } from '../program/ordered-loops.ts';
import { loopsOf } from '../program/loops.ts';
import type { Loops } from '../program/loops.ts';
import type { Callback, Phase, Site, Task, Trace, TracedLine } from './model.ts';
import type { Recording } from './recording.ts';
import type { Replay } from './replay.ts';
import { isReaction } from './task-registry.ts';
import { awaitWords } from './await-words.ts';
import { createTaken } from './taken.ts';
import { takesOf } from '../program/takes.ts';

/** Leaves out what never was a task, and numbers the rest. */
export function assembleTrace(
  { entry, whole, mayWait, code }: Recording,
  replay: Replay,
  lines: readonly LineDraft[],
): Trace {
  const { tasks: all, callbacks, end, started, altered, slept, beganInPoll } = replay.finish();
  const tasks = all
    .filter((task) => task.runs > 0 || waits(task))
    .sort((a, b) => a.scheduledAt - b.scheduledAt);
  const ids = new Map(tasks.map((task, id) => [task, id]));
  const wordAt = awaitWords(code ?? '');
  const text = isShort(code) ? code : '';
  const postponed = postponedTasks(tasks, text);
  const loops = loopsOf(text, entry);
  const awaiting = loopsOfAwaits(tasks, loops);
  const isConstant = constantCallsOf(text, entry);
  const isFulfilled = fulfilledCallbacks(fulfilledIn(text, entry), all, lines);
  const closures = closuresOf(text, entry);
  const takes = takesOf(text, entry);
  const isOrdered = orderedLoopsOf(text, entry);
  const madeBy = createLineMakers(closures, {
    callbacks,
    tasks: all,
    lines,
    comesTo: takes.comesTo,
  });
  const taken = createTaken(takes, { tasks: all, lines, ids });
  const isNamedOnce = text.match(/\bfromAsync\b/g)?.length === 1;
  const isOfOneCall = ({ site }: TaskDraft): boolean =>
    isNamedOnce &&
    site !== undefined &&
    closures.around(site).length === 0 &&
    loops.around(site).length === 0;
  for (const { task, step } of callbacks) {
    if (step === true && !isOfOneCall(task)) delete task.by;
  }
  const textOf = ({ site }: LineDraft): Pick<TracedLine, 'constant' | 'made'> => {
    if (site === undefined) return {};
    if (isConstant(site)) return { constant: true };
    const printed = closures.printedAt(site);
    return printed ? { made: without(printed, 'variables') } : {};
  };
  return {
    entry,
    tasks: tasks.map((task, id) => {
      const awaits = task.api === 'await' && task.site ? wordAt(task.site) : undefined;
      const loop = awaiting.of(task);
      const former = postponed.get(task);
      const postpones = former && ids.get(former);
      return {
        ...toTask(task, id, ids),
        ...(awaits && { awaits }),
        ...(loop !== undefined && { loop }),
        ...(task.api === 'await' &&
          task.site &&
          isOrdered(task.site) && { inOrder: true as const }),
        ...(postpones !== undefined && { postpones }),
      };
    }),
    callbacks: callbacks.map((callback) => ({
      ...toCallback(callback, ids),
      ...(isFulfilled(callback) && { fulfilled: true as const }),
      ...taken.of(callback),
    })),
    lines: lines.map((line) => ({
      ...toLine(line),
      ...madeBy(line),
      ...taken.around(line),
      ...textOf(line),
      ...awaiting.at(line.site),
    })),
    ...(beganInPoll && entry === 'mjs' && { beganInPoll }),
    end,
    complete: replay.stopped ? 'tooLong' : whole ? 'whole' : 'runCut',
    untraced: [...new Set(started.map(({ kind }) => kind))],
    ...(altered.length > 0 && { altered }),
    ...(slept.length > 0 && { slept }),
    ...(mayWait === true && { mayWait }),
    ...(code !== undefined && !catching.test(code) && { catchesNothing: true }),
    ...(code !== undefined && /\bunref\b/.test(code) && { unwaited: true as const }),
    ...((code?.match(/\bnew\s+(?:\w+\.)?Worker\b/g)?.length ?? 0) > 1 && {
      nestedWorkers: true as const,
    }),
    ...(isPlainWorker(code ?? '') && { plainWorker: true as const }),
    started: started.map(({ by, ...start }) => ({ ...start, ...(by && { by: by.index }) })),
  };
}

/** Of longer programs the text is not read. */
const isShort = (code: string | undefined): code is string =>
  code !== undefined && code.length <= 100_000;

/** The callbacks that run only if the promise was fulfilled for which they waited. */
function fulfilledCallbacks(
  { isFulfilled }: Fulfilled,
  tasks: readonly TaskDraft[],
  lines: readonly LineDraft[],
): (callback: CallbackDraft) => boolean {
  const seen = new Map<CallbackDraft, Site[]>();
  const add = (callback: CallbackDraft | undefined, site: Site | undefined): void => {
    if (callback && site) seen.set(callback, [...(seen.get(callback) ?? []), site]);
  };
  for (const { callback, site } of lines) add(callback, site);
  for (const { resource, site } of tasks) {
    if (resource?.details.line !== undefined) add(resource.by, site);
  }
  return (callback) => {
    const { api, site, settledBy } = callback.task;
    if (site === undefined || settledBy?.group === undefined) return false;
    return (api === 'await' || api === 'then') && isFulfilled(site, seen.get(callback) ?? []);
  };
}

/** The loops in which something awaits, for the tasks and lines that have to do with them. */
function loopsOfAwaits(tasks: readonly TaskDraft[], loops: Loops) {
  const of = ({ api, site }: TaskDraft): number | undefined =>
    api === 'await' && site ? loops.innermost(site) : undefined;
  const known = new Set(tasks.map(of));
  const some = (found: readonly number[]): number[] => found.filter((loop) => known.has(loop));
  return {
    of,
    at(site: Site | undefined): Pick<TracedLine, 'within' | 'past'> {
      if (site === undefined || known.size === 1) return {};
      const [within, past] = [some(loops.around(site)), some(loops.over(site))];
      return { ...(within.length > 0 && { within }), ...(past.length > 0 && { past }) };
    },
  };
}

/** What takes a rejection, or may be given a second function that does. */
const catching = /\b(?:catch|finally|allSettled|any|callbackify)\b|\bthen\b[^;]*,/;

/** Text that a worker is made of on the spot. */
const workerText = /\bnew\s+Worker\(\s*(`[^`]*`|'[^'\n]*'|"[^"\n]*")\s*,[^)]*\beval\b/;

/** Whether that runs from its first to its last line, in one go. */
function isPlainWorker(code: string): boolean {
  const text = workerText.exec(code)?.[1];
  return text !== undefined && !/=>|\bfunction\b|\basync\b|\bawait\b|\bimport\b|\$\{/.test(text);
}

/** Kept although it never ran: it would have, if something had happened or the run had gone on. */
function waits({ resource, internal, phase, api }: TaskDraft): boolean {
  if (resource === undefined || isTimeLimit(phase, api)) return true;
  if (internal) return false;
  if (resource.type !== 'PROMISE') return !passive.has(resource.type);
  // Most promises are only values. That of a reaction is settled by its own job alone.
  return resource.resolved.length === 0 && isReaction(resource);
}

/** Timers of Node's own that the program asked for and that may come first. */
const isTimeLimit = (phase: Phase, api: string): boolean =>
  phase === 'timers' && (api === 'AbortSignal.timeout' || api.startsWith('timers/promises.'));

/** Handles that are there without waiting for anything that a program could see. */
const passive = new Set([
  'DNSCHANNEL',
  'FILEHANDLE',
  'PIPEWRAP',
  'TTYWRAP',
  'TLSWRAP',
  'HTTPPARSER',
  'SIGNALWRAP',
  'ZLIB',
]);

function toTask(draft: TaskDraft, id: number, ids: ReadonlyMap<TaskDraft, number>): Task {
  const { by, settledBy, promise, alsoBy, connecting } = draft;
  const settler = settledBy && ids.get(settledBy);
  const connection = connecting && ids.get(connecting);
  const armings = toArmings(draft);
  return {
    id,
    ...without(
      draft,
      'resource',
      'runs',
      'lastRun',
      'by',
      'settledBy',
      'promise',
      'alsoBy',
      'connecting',
      'armings',
    ),
    ...(armings && { armings }),
    ...(by && { by: by.index }),
    ...(alsoBy && { alsoBy: alsoBy.index }),
    ...(connection !== undefined && { connecting: connection }),
    ...(settler !== undefined && { settledBy: settler }),
    ...(promise && { promise: { ...promise, by: promise.by.index } }),
  };
}

function toCallback(draft: CallbackDraft, ids: ReadonlyMap<TaskDraft, number>): Callback {
  const { task, inside, senders } = draft;
  return {
    ...without(draft, 'task', 'inside', 'senders', 'asyncId', 'open'),
    task: ids.get(task) ?? 0,
    ...(inside && { inside: inside.index }),
    ...(senders && { senders: senders.slice(0, mostSenders).map(({ index }) => index) }),
  };
}

/** More than that say no more; see `Callback.senders`. */
const mostSenders = 20;

function toLine(draft: LineDraft): TracedLine {
  const { callback } = draft;
  return { ...without(draft, 'callback'), ...(callback && { callback: callback.index }) };
}

function without<Draft extends object, Key extends keyof Draft>(
  draft: Draft,
  ...keys: readonly Key[]
): Omit<Draft, Key> {
  const copy = { ...draft };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}
