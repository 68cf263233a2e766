import type { Callback, Task, Trace } from '../trace/model.ts';

/** A link of the chain that led to a callback. */
export interface Cause {
  /** What scheduled it, `setTimeout`; an event's name for events of the process; `script` at the end. */
  readonly api: string;
  /** Where, in the entry, from 1. */
  readonly line?: number;
  readonly delayMs?: number;
}

/** Deeper chains are loops that schedule themselves. */
const longest = 8;

/** What scheduled the callback, what scheduled that, and so on back to the script. */
export function causesOf({ callbacks, tasks }: Trace, callback: number): Cause[] {
  const causes: Cause[] = [];
  let at: number | undefined = callback;
  while (at !== undefined && at !== 0 && causes.length < longest) {
    const called: Callback | undefined = callbacks[at];
    const task: Task | undefined = called && tasks[called.task];
    if (!called || !task) break;
    const { site, delayMs }: Task = task;
    causes.push({
      api: called.event ?? task.api,
      ...(site && { line: site.line }),
      ...(delayMs !== undefined && { delayMs }),
    });
    // Callbacks are older than what they schedule.
    const next: number | undefined = task.by ?? called.inside;
    at = next !== undefined && next < at ? next : undefined;
  }
  return causes;
}
