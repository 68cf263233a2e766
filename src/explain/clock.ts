import type { Recorded } from './recorded.ts';

/**
 * Two times that are closer than this change places easily: a busy machine delays the thread by
 * several milliseconds now and then.
 */
export const closeMs = 15;

/** When a call of a timer was due, in milliseconds since the script began. */
export function due(record: Recorded, index: number): number {
  const { delayMs = 1, scheduledMs, by = 0, repeats } = record.task(index);
  const { task } = record.callback(index);
  // Node plans the next call of an interval when it starts the one before.
  const before = record
    .causes(index)
    .findLast((cause) => repeats && record.callback(cause).task === task);
  if (before !== undefined) return record.callback(before).startedMs + delayMs;
  return (scheduledMs ?? record.callback(by).startedMs) + delayMs;
}

/** When the queues after a callback of the loop were empty, and the loop went on. */
export function drained(record: Recorded, host: number): number {
  const { callbacks } = record.trace;
  let last = record.callback(host).endedMs ?? record.callback(host).startedMs;
  for (let index = host + 1; index < callbacks.length && record.host(index) === host; index++) {
    const { endedMs, startedMs } = record.callback(index);
    last = Math.max(last, endedMs ?? startedMs);
  }
  return last;
}
