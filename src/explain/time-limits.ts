import type { Moment, Task } from '../trace/model.ts';
import type { TraceIndex } from './trace-index.ts';

/** A timer that may settle something and did not run: it was cleared, or the program did not wait for it. */
export interface TimeLimit {
  readonly task: number;
  /** The callback after which it would not have mattered: it settled the promise, or cleared the timer. */
  readonly until: number;
}

interface TimeLimits {
  /** @param one the callback that settled a promise which was made at a moment of a callback */
  ofPromise(
    one: number,
    promise: { readonly by: number; readonly at: Moment },
  ): readonly TimeLimit[];
  /** @param one the job of `Promise.race` or its like that was first @param joiner who called that */
  ofCombined(one: number, joiner: number): readonly TimeLimit[];
}

/** Time limits: `setTimeout` for the case that something does not come, and its like. */
export function createTimeLimits(record: TraceIndex): TimeLimits {
  const { tasks, callbacks } = record.trace;
  const ran = new Set(callbacks.map(({ task }) => task));
  const pending = tasks.filter(({ id, phase }) => phase === 'timers' && !ran.has(id));

  /** Undefined where who cleared it has nothing to do with what settled the promise. */
  function limit({ id, cancelledAt }: Task, one: number): TimeLimit[] {
    if (cancelledAt === undefined) return [{ task: id, until: one }];
    const by = callbacks.findLast(({ from }) => from <= cancelledAt)?.index ?? 0;
    if (by === 0) return [];
    const isEarlier = by < one && record.isCauseOf(by, one);
    if (!isEarlier && by !== one && !record.isCauseOf(one, by)) return [];
    return [{ task: id, until: Math.min(by, one) }];
  }

  return {
    ofPromise(one, { by, at }) {
      if (pending.length === 0) return [];
      const until = record.callback(one).from;
      return pending.flatMap((task) => {
        const isCleared = task.cancelledAt !== undefined;
        // A signal is made before what it limits, and so is what is cleared then.
        const isMade = task.scheduledAt > at || isCleared || task.api === 'AbortSignal.timeout';
        const isOfMaker = task.by === by || isCleared;
        return isMade && isOfMaker && task.scheduledAt < until ? limit(task, one) : [];
      });
    },
    ofCombined: (one, joiner) =>
      pending.flatMap((task) => {
        const { by = 0 } = task;
        return by === joiner || record.isCauseOf(by, joiner) ? limit(task, one) : [];
      }),
  };
}
