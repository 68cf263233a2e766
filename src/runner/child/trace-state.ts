import asyncHooks from 'node:async_hooks';
import { round } from './primordials.ts';

/** What is known of an async id; nothing of those that were made before the recording. */
export const enum Kind {
  /** A tick or a promise job. */
  micro = 1,
  /** Called by the event loop itself. */
  macro = 2,
  /** Not worth an event: ticks of the output, promises of Node's own loader. */
  ignored = 3,
}

// Dense and without a prototype: what a snippet does to `Map` or `Object` changes nothing here.
export const kinds = Object.create(null) as Record<number, Kind | undefined>;

/** Which of them are promises. */
export const promises = Object.create(null) as Record<number, true | undefined>;

// Taken before the program, and our own stand-ins, can replace them.
export const { executionAsyncId, executionAsyncResource } = asyncHooks;
export const now = performance.now.bind(performance);
// Newer versions tell what the thread alone computed.
const { threadCpuUsage } = process as { threadCpuUsage?: typeof process.cpuUsage };
const cpuUsage = (threadCpuUsage ?? process.cpuUsage).bind(process);
const { nodeTiming } = performance as unknown as {
  nodeTiming: { readonly uvMetricsInfo?: { readonly loopCount: number } };
};

/** How far the recording is. */
export const state = {
  /** Events are taken. */
  active: false,
  /** The program has begun to act. */
  started: false,
  startedAt: 0,
  /** The program has hooks of its own. */
  ownHooks: false,
  /** Callbacks that run within each other. */
  depth: 0,
  mainId: 0,
  mainIsOver: false,
};

const beginning = { ...state };

/** As if nothing had been recorded. @early */
export function resetState(): void {
  Object.assign(state, beginning);
}

/** Turns of the loop that libuv counted; Node tells since 20.18 and 22.8. */
export const loopCount = () => nodeTiming.uvMetricsInfo?.loopCount ?? -1;

/**
 * Milliseconds that the thread computed: what another program takes from it does not count. On Node 20
 * all threads of the process do, and Node's own are mostly idle.
 */
export function computed(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

export const sinceStart = () => round((now() - state.startedAt) * 1000) / 1000;

export const isRecorded = (id: number | undefined): id is number =>
  state.active && state.started && id !== undefined && kinds[id] === Kind.macro;
