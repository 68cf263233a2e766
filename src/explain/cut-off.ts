import type { Moment, Phase, Task, Trace } from '../trace/model.ts';
import { callbackCertainty } from './explain-order.ts';
import { imagineNext } from './imagined-call.ts';
import { indexTrace } from './trace-index.ts';
import type { TraceIndex } from './trace-index.ts';

/** Of more tasks than this nobody asks the rules: any of them may have run. */
const mostAsked = 64;

/**
 * What this run kept from running, by its end or by clearing it, and what might have run in another
 * order. The rules are asked what they would say if it had run right after the callback that kept
 * it from running: only what is certain to come after that one never runs.
 */
export function mayHaveRun(trace: Trace): readonly Task[] {
  const record = indexTrace(trace);
  const ends = cutOffs(trace, record);
  if (ends.length > mostAsked) return ends.map(({ task }) => task);
  return ends.filter((end) => !isAlwaysLate(record, end)).map(({ task }) => task);
}

interface CutOff {
  readonly task: Task;
  /** The callback that kept it from running; the last one where the program ended. */
  readonly ender: number;
}

function cutOffs(trace: Trace, record: TraceIndex): CutOff[] {
  const ran = new Set(trace.callbacks.map(({ task }) => task));
  const last = lastCallback(trace, record);
  // What has no end called `process.exit`, or threw an error that nobody caught.
  const endedEarly = record.callback(last).endedMs === undefined;
  return trace.tasks.flatMap((task): CutOff[] => {
    const { id, phase, queuedAt, cancelledAt, repeats } = task;
    if (ran.has(id) && repeats !== true) return [];
    if (cancelledAt !== undefined) return [{ task, ender: during(trace, record, cancelledAt) }];
    const waits = alwaysWaits.has(phase) || queuedAt !== undefined;
    return waits || (endedEarly && phase !== 'exit' && !isQueue(phase))
      ? [{ task, ender: last }]
      : [];
  });
}

const alwaysWaits: ReadonlySet<Phase> = new Set(['timers', 'check']);

const isQueue = (phase: Phase): boolean => phase === 'nextTick' || phase === 'microtask';

/** The last one that is not what the process does to end. */
function lastCallback({ callbacks }: Trace, record: TraceIndex): number {
  return record.outermost(callbacks.findLast(({ phase }) => phase !== 'exit')?.index ?? 0);
}

function during({ callbacks }: Trace, record: TraceIndex, moment: Moment): number {
  return record.outermost(callbacks.findLast(({ from }) => from <= moment)?.index ?? 0);
}

const isAlwaysLate = (record: TraceIndex, { task, ender }: CutOff): boolean => {
  const imagined = imagineNext(record, ender, task);
  if (imagined === undefined) return false;
  return callbackCertainty(imagined.trace)(ender, imagined.index) === 'certain';
};
