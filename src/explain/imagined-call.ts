import type { Callback, Moment, Phase, Task, Trace } from '../trace/model.ts';
import type { TraceIndex } from './trace-index.ts';

/** A run in which something that did not run comes next after a callback and its queues. */
export interface ImaginedRun {
  readonly trace: Trace;
  /** The callback that did not come. */
  readonly index: number;
}

/**
 * The record up to the end of the queues after a callback, and then the call of a task, as if that had come next.
 * Undefined where the record has gaps there.
 */
export function imagineNext(
  record: TraceIndex,
  callback: number,
  task: Task,
): ImaginedRun | undefined {
  const { trace } = record;
  const macrotask = record.macrotask(callback);
  const drained = trace.callbacks.filter(
    ({ index, phase }) => phase !== 'exit' && record.macrotask(index) <= macrotask,
  );
  const index = drained.length;
  // Exits leave gaps only at the end: what is left are the first ones.
  if (drained.some((other, at) => other.index !== at)) return undefined;
  const armed = asArmed(task, record.callback(macrotask).from);
  const call = lateCall(armed, record.callback(callback), index, trace.end);
  const tasks = trace.tasks.with(task.id, armed);
  return { trace: { ...trace, tasks, callbacks: [...drained, call] }, index };
}

/** A task that was not cleared, and a timer as it was set at a moment, if it has been refreshed since then. */
function asArmed(task: Task, moment: Moment): Task {
  const waiting: Writable<Task> = { ...task };
  delete waiting.cancelledAt;
  const arming = task.armings?.findLast(({ scheduledAt }) => scheduledAt < moment);
  if (arming === undefined || task.scheduledAt < moment) return waiting;
  delete waiting.armings;
  delete waiting.refreshed;
  return { ...waiting, ...arming };
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function lateCall(task: Task, before: Callback, index: number, end: Moment): Callback {
  const { phase, delayMs = 1, scheduledMs = 0 } = task;
  const due = phase === 'timers' ? scheduledMs + delayMs : 0;
  const inSameTurn = phase === 'check' && phaseBeforeCheck.has(before.after);
  return {
    index,
    task: task.id,
    phase,
    after: isQueue(phase) ? before.after : phase,
    turn: isQueue(phase) || inSameTurn ? before.turn : before.turn + 1,
    from: end + 1,
    to: end + 2,
    startedMs: Math.max(due, before.endedMs ?? before.startedMs),
  };
}

const isQueue = (phase: Phase): boolean => phase === 'nextTick' || phase === 'microtask';

const phaseBeforeCheck: ReadonlySet<Phase> = new Set(['timers', 'poll']);
