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
  /** @param internal also what Node.js scheduled by itself */
  at(moment: Moment, internal: boolean): Queues;
}

export function createQueueHistory(trace: Trace): QueueHistory {
  const calls = trace.tasks.map((): Callback[] => []);
  for (const callback of trace.callbacks) calls[callback.task]?.push(callback);
  const tasks = [...trace.tasks].sort((a, b) => entered(a) - entered(b));
  return {
    at(moment, internal) {
      const queues: Record<QueueName, number[]> = {
        nextTick: [],
        microtask: [],
        timers: [],
        poll: [],
        check: [],
        close: [],
        promises: [],
      };
      for (const task of tasks) {
        if (task.internal && !internal) continue;
        const queue = queueOf(task, calls[task.id] ?? [], moment);
        if (queue) queues[queue].push(task.id);
      }
      return queues;
    },
  };
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
  if (!stillToRun(task, calls, moment)) return undefined;
  if (task.phase !== 'microtask') return task.phase;
  return task.queuedAt !== undefined && task.queuedAt <= moment ? 'microtask' : 'promises';
}

/** A task that never ran waits until the end; an interval waits again after each of its calls. */
function stillToRun(task: Task, calls: readonly Callback[], moment: Moment): boolean {
  if (calls.length === 0 || calls.some(({ from }) => from > moment)) {
    return !calls.some((call) => isRunning(call, moment));
  }
  return task.repeats === true && !calls.some((call) => isRunning(call, moment));
}

const isRunning = ({ from, to }: Callback, moment: Moment): boolean =>
  from <= moment && moment < to;

/** The queues in which something of the user's ever waits in a run; the two of jobs are always there. */
export function usedQueues({ tasks }: Trace): Set<QueueName> {
  const used = new Set<QueueName>(['nextTick', 'microtask']);
  for (const { phase, internal, queuedAt, scheduledAt } of tasks) {
    if (internal || phase === 'main' || phase === 'exit') continue;
    used.add(phase);
    if (phase === 'microtask' && queuedAt !== scheduledAt) used.add('promises');
  }
  return used;
}
