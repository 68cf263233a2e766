import type { Moment } from '../trace/model.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Two times that are closer than this change places easily: a busy machine delays the thread by
 * several milliseconds now and then.
 */
export const timingJitterMs = 15;

/** Closer than this, an idle machine shows both orders too. */
export const raceMs = 5;

/** What is said of a pair that the clock decides, and that is not certain. */
export const busyEnough = 'On a machine that is busy enough, the order may be the other one.';

/**
 * For how long a busy machine may hold up the whole program, between any two of its calls: 120 ms were seen
 * among many busy processes, and a container's share of a processor comes in pieces of 100 ms. What nothing but
 * the clock decides needs more than that to be certain.
 */
export const heldUpMs = 250;

/**
 * The same between two calls of one callback that follow each other: they are microseconds apart, so a stall
 * between just these two is very rare, and a long one rarer still.
 */
export const heldUpBetweenMs = 50;

/** When a call of a timer was due, in milliseconds since the script began. */
export function due(record: TraceIndex, index: number): number {
  const { delayMs = 1, scheduledMs, by = 0 } = record.task(index);
  const before = callBefore(record, index);
  // Node plans the next call of an interval when it starts the one before.
  if (before !== undefined) return record.callback(before).startedMs + delayMs;
  return (scheduledMs ?? record.callback(by).startedMs) + delayMs;
}

/** The call of the same interval that came before. */
export function callBefore(record: TraceIndex, index: number): number | undefined {
  if (record.task(index).repeats !== true) return undefined;
  const { task } = record.callback(index);
  return record.causes(index).findLast((cause) => record.callback(cause).task === task);
}

/**
 * When a timer is due by its delays alone: how long after the callback of the loop, or the script,
 * from which a chain of timers led to it. No busy machine changes that.
 */
export interface Deadline {
  readonly root: number;
  readonly ms: number;
  /** How many timers of the chain ran before; each may be a little late. */
  readonly hops: number;
}

export function deadline(record: TraceIndex, index: number): Deadline {
  let ms = 0;
  let hops = -1;
  let at = index;
  for (; at !== 0 && record.callback(at).phase === 'timers'; hops++) {
    ms += record.task(at).delayMs ?? 1;
    at = callBefore(record, at) ?? record.macrotask(record.task(at).by ?? 0);
  }
  return { root: at, ms, hops };
}

/**
 * Milliseconds by which one timer is due before another, by their delays alone; undefined when they
 * do not go back to the same callback.
 */
export function deadlineGap(record: TraceIndex, first: number, second: number): number | undefined {
  const [one, other] = [deadline(record, first), deadline(record, second)];
  return one.root === other.root ? other.ms - one.ms : undefined;
}

/** When the queues after a callback of the loop were empty, and the loop went on. */
export function drained(record: TraceIndex, macrotask: number): number {
  return inOneDrain(record, macrotask).reduce((latest, index) => {
    const { endedMs, startedMs } = record.callback(index);
    return Math.max(latest, endedMs ?? startedMs);
  }, 0);
}

/** The callback of the loop, and the ticks and promise jobs after it. */
function inOneDrain(record: TraceIndex, macrotask: number): number[] {
  const { callbacks } = record.trace;
  const indexes = [macrotask];
  for (
    let index = macrotask + 1;
    index < callbacks.length && record.macrotask(index) === macrotask;
    index++
  ) {
    indexes.push(index);
  }
  return indexes;
}

/** What recording costs for each event, at most, and a first line for the stream that it makes. */
const recordingMs = 0.15;
const firstLineMs = 5;

/** What the start of Node takes of a processor that nobody else wants, recording included. */
const ordinaryStartMs = 60;

/**
 * How much slower than usual the processor is: others that share it make the same work take longer,
 * also by the process's own account. Until the first timer was made little but Node's start was computed.
 */
function slowness({ trace }: TraceIndex): number {
  const started = trace.tasks.find(({ scheduledCpuMs }) => scheduledCpuMs !== undefined);
  return Math.max(1, (started?.scheduledCpuMs ?? 0) / ordinaryStartMs);
}

/**
 * Milliseconds that the program itself spent between making a timer and the end of the queues
 * after a callback: what it computed, as on a machine of ordinary speed, and what it slept. What another
 * program took from it, and the recording, does not count.
 */
export function spentSince(record: TraceIndex, timer: number, macrotask: number): number {
  const { scheduledCpuMs: from, scheduledAt } = record.task(timer);
  const ends = inOneDrain(record, macrotask).map((index) => record.callback(index));
  const to = ends.reduce((latest, callback) => Math.max(latest, callback.to), 0);
  const slept = sleptBetween(record, scheduledAt, to);
  const until = ends.reduce((latest, { cpuMs = 0 }) => Math.max(latest, cpuMs), 0);
  if (from === undefined || until === 0) return slept;
  // Waking up computes nothing that a sleep would have to pay for.
  const computed = (until - from) / slowness(record);
  return slept + Math.max(0, computed - costOfRecording(record, scheduledAt, to));
}

/** What the recording computes between two moments, and Node for the stream of the first line. */
function costOfRecording({ trace }: TraceIndex, from: Moment, to: Moment): number {
  const printed = trace.lines[0]?.at ?? Infinity;
  const stream = printed > from && printed < to ? firstLineMs : 0;
  return stream + recordingMs * Math.max(0, to - from);
}

/** Milliseconds that a callback itself spent, and the queues after it; see `spentSince`. */
export function spentIn(record: TraceIndex, macrotask: number): number {
  const { callbacks } = record.trace;
  const { from } = record.callback(macrotask);
  const ends = inOneDrain(record, macrotask).map((index) => record.callback(index));
  const to = ends.reduce((latest, callback) => Math.max(latest, callback.to), 0);
  let before = 0;
  for (let at = macrotask - 1; at >= 0 && before === 0; at--) before = callbacks[at]?.cpuMs ?? 0;
  const until = ends.reduce((latest, { cpuMs = 0 }) => Math.max(latest, cpuMs), before);
  const computed = before === 0 ? 0 : (until - before) / slowness(record);
  const slept = sleptBetween(record, from, to);
  return slept + Math.max(0, computed - costOfRecording(record, from, to));
}

/**
 * Milliseconds that all callbacks together spent after the first timer was made. In another order, all of it may come
 * before something that one of them makes.
 */
export function spentByAll({ trace }: TraceIndex): number {
  const from = trace.tasks.find(({ scheduledCpuMs }) => scheduledCpuMs !== undefined);
  const until = trace.callbacks.reduce((latest, { cpuMs = 0 }) => Math.max(latest, cpuMs), 0);
  const slept = trace.slept?.reduce((sum, { ms }) => sum + ms, 0) ?? 0;
  return slept + Math.max(0, until - (from?.scheduledCpuMs ?? until));
}

/**
 * Milliseconds between two moments in which the program slept for a time that it had named, and that every run
 * sleeps too. What waits for a process or a file is not among it: that takes as long as it takes.
 */
export function sleptBetween({ trace }: TraceIndex, from: Moment, to: Moment): number {
  const within = trace.slept?.filter(({ at }) => at > from && at < to) ?? [];
  return within.reduce((sum, { ms }) => sum + ms, 0);
}
