import type { Certainty } from '../../../src/explain/rule.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { makeTrace } from './make-trace.ts';
import type { TraceMaker } from './make-trace.ts';

interface MadeCase {
  readonly rule: string;
  readonly trace: Trace;
  readonly lines: readonly [string, string];
  readonly certainty: Certainty;
  readonly says: RegExp;
}

/** Rules that depend on the clock, or on what a real run shows only now and then. */
export const madeCases: readonly MadeCase[] = [
  made('timeout-or-immediate', 'race', /depends on the clock/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
    trace.call('b', 'check', 'setImmediate', 0, { startedMs: 3 });
  }),
  made('timeout-or-immediate', 'race', /depends on the clock/, (trace) => {
    trace.call('a', 'check', 'setImmediate', 0, { startedMs: 1 });
    trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
  }),
  // Whether a real one ends with the exit or with the close of a pipe is open.
  made('timeout-or-immediate', 'race', /if the timeout of `child_process\.exec`/, (trace) => {
    trace.call('a', 'check', 'setImmediate', 0, { startedMs: 1 });
    const limit = { internal: true, delayMs: 1, scheduledMs: 0, startedMs: 2 };
    trace.call('b', 'timers', 'child_process.exec', 0, limit);
  }),
  made(
    'due-timer-first',
    'race',
    /In a run in which the timer is not due/,
    (trace) => {
      trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 5, startedMs: 31 });
      trace.call('b', 'check', 'setImmediate', 0, { startedMs: 32 });
    },
    30,
  ),
  made('immediate-made-after-timer', 'race', /due only later/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
    const maker = trace.call('maker', 'check', 'setImmediate', 0, { startedMs: 3 });
    trace.call('b', 'check', 'setImmediate', maker, { startedMs: 4, turn: 2 });
  }),
  made('close-deadlines', 'race', /close enough/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 20, scheduledMs: 1 });
    trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 19, scheduledMs: 4 });
  }),
  made('io-before-far-timer', 'unknown', /called 5 ms after the start/, (trace) => {
    trace.call('a', 'poll', 'fs.readFile', 0, { startedMs: 5 });
    trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 100, scheduledMs: 0, startedMs: 100 });
  }),
  made('timer-before-slow-io', 'unknown', /200 ms after it/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 10, scheduledMs: 0, startedMs: 10 });
    trace.call('b', 'poll', 'crypto.pbkdf2', 0, { startedMs: 200, turn: 2 });
  }),
  made('immediate-before-slow-io', 'unknown', /200 ms after it/, (trace) => {
    trace.call('a', 'check', 'setImmediate', 0, { startedMs: 2 });
    trace.call('b', 'poll', 'crypto.pbkdf2', 0, { startedMs: 200, turn: 2 });
  }),
  made('io-or-immediate', 'race', /depends on the machine/, (trace) => {
    trace.call('a', 'check', 'setImmediate', 0, { startedMs: 2 });
    trace.call('b', 'poll', 'fs.readFile', 0, { startedMs: 3, turn: 2 });
  }),
  made('io-or-timer', 'race', /depends on the machine/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
    trace.call('b', 'poll', 'fs.stat', 0, { startedMs: 3 });
  }),
  made('io-or-timer', 'race', /delivered in the next poll phase/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
    trace.call('b', 'poll', 'MessagePort', 0, { startedMs: 3, queuedAt: 2 });
  }),
  made('outside-or-loop', 'unknown', /outside this thread/, (trace) => {
    trace.call('a', 'timers', 'setTimeout', 0, { delayMs: 1, scheduledMs: 0, startedMs: 2 });
    trace.call('b', 'poll', 'signal', 0, { startedMs: 90 });
  }),
  made('one-at-a-time', 'certain', /belong to the same stream/, (trace) => {
    const zlib = 'zlib.createGunzip';
    trace.call('a', 'poll', zlib, 0, { startedMs: 2, source: 7 });
    const end = trace.call('step', 'poll', zlib, 0, { startedMs: 3, source: 7, turn: 2 });
    trace.call('b', 'nextTick', 'stream end', end, { startedMs: 3, internal: true });
  }),
  made('operations-race', 'race', /ran side by side/, (trace) => {
    trace.call('a', 'poll', 'fs.stat', 0, { startedMs: 2 });
    trace.call('b', 'poll', 'fs.readFile', 0, { startedMs: 60 });
  }),
  made('port-closes-with-its-thread', 'unknown', /when the worker stops/, (trace) => {
    trace.startProcess('worker');
    const exit = trace.call('a', 'poll', 'Worker', 0, { source: 1 });
    trace.call('b', 'close', 'MessagePort', exit, { source: 2 });
  }),
  made('messages-from-outside', 'unknown', /What led to that is not in the record/, (trace) => {
    trace.call('a', 'poll', 'connection', 0, { startedMs: 2 });
    trace.call('b', 'poll', 'Worker', 0, { startedMs: 3 });
  }),
  made(
    'messages-from-outside',
    'unknown',
    /because of work of the thread pool, .* because of a message that this thread had posted\./,
    (trace) => {
      trace.call('a', 'poll', 'fs.readFile', 0, { startedMs: 2 });
      trace.call('b', 'poll', 'MessagePort', 0, { startedMs: 3, queuedAt: 2 });
    },
  ),
  made('io-before-far-timer', 'unknown', /In this run that was close/, (trace) => {
    trace.call('a', 'poll', 'fs.readFile', 0, { startedMs: 28 });
    trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 30, scheduledMs: 1, startedMs: 31 });
  }),
  made('io-before-far-timer', 'unknown', /the timer was due by then/, (trace) => {
    trace.call('a', 'poll', 'fs.readFile', 0, { startedMs: 42 });
    trace.call('b', 'timers', 'setTimeout', 0, { delayMs: 30, scheduledMs: 1, startedMs: 43 });
  }),
  made('queues-after-callback', 'certain', /as soon as the `setImmediate` callback/, (trace) => {
    const timer = trace.call('timer', 'timers', 'setTimeout', 0, { delayMs: 1 });
    trace.call('a', 'check', 'setImmediate', 0, { startedMs: 3 });
    trace.call('b', 'microtask', 'then', timer, { startedMs: 3 });
  }),
  made('not-in-the-record', 'unknown', /Don't rely on it/, (trace) => {
    trace.call('a', 'close', 'net.connect', 0, { startedMs: 2 });
    trace.call('b', 'check', 'setImmediate', 0, { startedMs: 3, turn: 2 });
  }),
  made('close-or-other', 'unknown', /also depends on the operating system/, (trace) => {
    trace.call('a', 'close', 'net.connect', 0, { startedMs: 2 });
    trace.call('b', 'poll', 'net.connect', 0, { startedMs: 3, turn: 2 });
  }),
  made('worker-runs-beside', 'unknown', /does not look into workers/, (trace) => {
    trace.call('a', 'check', 'setImmediate');
    trace.printFrom('worker', 'b');
  }),
  made('closes-last', 'certain', /same socket, pipe or other handle/, (trace) => {
    trace.call('a', 'poll', 'net.connect', 0, { source: 7 });
    trace.call('b', 'close', 'net.connect', 0, { source: 7 });
  }),
  made('message-from-poll', 'unknown', /while the loop was in its poll phase/, (trace) => {
    const poll = trace.call('script of the port', 'poll', 'fs.stat');
    trace.call('a', 'check', 'setImmediate', poll);
    trace.call('b', 'poll', 'MessagePort', poll, { turn: 2, queuedAt: 2, source: 7 });
  }),
  made('process-runs-beside', 'unknown', /does not pass through this one/, (trace) => {
    trace.startProcess();
    trace.printFrom('process', 'a');
    trace.call('b', 'check', 'setImmediate');
  }),
];

function made(
  rule: string,
  certainty: Certainty,
  says: RegExp,
  fill: (trace: TraceMaker) => void,
  scriptEndedMs = 1,
): MadeCase {
  const maker = makeTrace({ endedMs: scriptEndedMs });
  fill(maker);
  return { rule, certainty, says, trace: maker.trace(), lines: ['a', 'b'] };
}
