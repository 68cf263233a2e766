import type { Callback, Moment, Task, Trace } from '../../shared/timeline.ts';

/** What waits at a moment, as ids of tasks; in each queue the one that has waited longest first. */
export interface Queues {
  readonly nextTick: readonly number[];
  readonly microtask: readonly number[];
  readonly timers: readonly number[];
  readonly poll: readonly number[];
  readonly check: readonly number[];
  readonly close: readonly number[];
  /** Reactions to promises that are not settled: they are in no queue yet. */
  readonly promises: readonly number[];
}

export type QueueName = keyof Queues;

export const queueNames: readonly QueueName[] = [
  'nextTick',
  'microtask',
  'promises',
  'timers',
  'poll',
  'check',
  'close',
];

/** Tells what waits, for any moment of one run. */
export interface QueueHistory {
  /** @param shown the tasks that are told of */
  at(moment: Moment, shown: ReadonlySet<number>): Queues;
}

export function createQueueHistory(trace: Trace): QueueHistory {
  const calls = trace.tasks.map((): Callback[] => []);
  for (const callback of trace.callbacks) calls[callback.task]?.push(callback);
  // Of thousands of tasks few wait at a time, so that the others must cost next to nothing.
  const tasks = [...trace.tasks]
    .sort((a, b) => entered(a) - entered(b))
    .map((task) => ({ task, until: overAt(task, calls[task.id] ?? []) }));
  return {
    at(moment, shown) {
      const queues: Record<QueueName, number[]> = {
        nextTick: [],
        microtask: [],
        timers: [],
        poll: [],
        check: [],
        close: [],
        promises: [],
      };
      for (const { task, until } of tasks) {
        if (task.scheduledAt > moment || until <= moment || !shown.has(task.id)) continue;
        const queue = queueOf(task, calls[task.id] ?? [], moment);
        if (queue) queues[queue].push(task.id);
      }
      return queues;
    },
  };
}

/** From when on a task waits no more, however often it was called until then. */
function overAt({ cancelledAt = Infinity, repeats }: Task, calls: readonly Callback[]): Moment {
  const last = calls.at(-1);
  return last && repeats !== true ? Math.min(cancelledAt, last.from) : cancelledAt;
}

const entered = (task: Task): Moment => task.queuedAt ?? task.scheduledAt;

/** The queue in which a task is at a moment, if it waits in one. */
export function queueOf(
  task: Task,
  calls: readonly Callback[],
  moment: Moment,
): QueueName | undefined {
  if (task.phase === 'main' || task.phase === 'exit') return undefined;
  if (moment < task.scheduledAt) return undefined;
  if (task.cancelledAt !== undefined && task.cancelledAt <= moment) return undefined;
  if (calls.some((call) => isRunning(call, moment))) return undefined;
  const next = calls.find(({ from }) => from > moment);
  // A task that never ran waits until the end; an interval waits again after each of its calls.
  if (!next && calls.length > 0 && task.repeats !== true) return undefined;
  switch (task.phase) {
    case 'microtask':
      return task.queuedAt !== undefined && task.queuedAt <= moment ? 'microtask' : 'promises';
    case 'poll':
      // Others than these keep a place for a context, which a tick or a job then takes.
      return !next || next.phase === 'poll' || next.phase === 'close' ? 'poll' : undefined;
    case 'nextTick':
    case 'timers':
    case 'check':
    case 'close':
      return task.phase;
  }
}

const isRunning = ({ from, to }: Callback, moment: Moment): boolean =>
  from <= moment && moment < to;

/** The queues in which something ever waits in a run; the two of jobs are always there. */
export function usedQueues({ tasks }: Trace, shown: ReadonlySet<number>): Set<QueueName> {
  const used = new Set<QueueName>(['nextTick', 'microtask']);
  for (const { id, phase, queuedAt, scheduledAt } of tasks) {
    if (!shown.has(id) || phase === 'main' || phase === 'exit') continue;
    used.add(phase);
    if (phase === 'microtask' && queuedAt !== scheduledAt) used.add('promises');
  }
  return used;
}
