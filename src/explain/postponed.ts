import type { Task } from '../trace/model.ts';
import type { Certainty, Pair } from './rule.ts';

/** A timer or an immediate that was set before a callback ran, and put off while or after it ran. */
export interface Postponed {
  /** The task that might have been called before it. */
  readonly task: number;
  /** It was refreshed, and not cleared and set anew. */
  readonly isRefreshed: boolean;
  readonly certainty: Exclude<Certainty, 'certain'>;
}

/** Undefined where the later callback was not put off, or would have come later without that too. */
export function postponed({ record, first, second, wouldFollow }: Pair): Postponed | undefined {
  if (first === 0 || first === second) return undefined;
  const { from } = record.callback(first);
  for (let task: Task | undefined = record.task(second); task !== undefined;) {
    const isRefreshed =
      task.scheduledAt > from && task.armings?.some(({ scheduledAt }) => scheduledAt < from);
    const isReplaced =
      task.cancelledAt !== undefined && task.cancelledAt > from && task.scheduledAt < from;
    if (isRefreshed === true || isReplaced) {
      const certainty = wouldFollow(first, task.id);
      return certainty === 'certain'
        ? undefined
        : { task: task.id, isRefreshed: !isReplaced, certainty };
    }
    const { postpones }: Task = task;
    task = postpones === undefined ? undefined : record.trace.tasks[postpones];
  }
  return undefined;
}
