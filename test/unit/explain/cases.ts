import type { ModuleKind } from '../../../src/bank/model.ts';

/** Programs about which something false was said once, and what is true of each pair of lines. */
export interface Case {
  readonly name: string;
  readonly kind?: ModuleKind;
  readonly code: string;
  /** Each line with its phase. */
  readonly lines: readonly string[];
  /** The rule and the certainty of each pair of neighbours, as regular expressions. */
  readonly pairs: readonly string[];
  /** Lines that are no neighbours, by their places, and what is true of them. */
  readonly apart?: readonly (readonly [earlier: number, later: number, rule: string])[];
  /** In a text of any pair, or in none. */
  readonly says?: RegExp;
  readonly never?: RegExp;
}

export const cases: readonly Case[] = [
  {
    name: 'a write without a line break leaves the other stream alone',
    code: `process.stderr.write('no line break');
process.nextTick(() => console.log('tick'));
setTimeout(() => console.log('timer'), 0);`,
    lines: ['tick: nextTick', 'timer: timers', 'no line break: main'],
    pairs: ['queues-before-the-loop certain', 'line-without-a-break certain'],
  },
  {
    name: 'the same the other way round',
    code: `process.stdout.write('no line break');
setImmediate(() => console.error('immediate'));`,
    lines: ['immediate: check', 'no line break: main'],
    pairs: ['line-without-a-break certain'],
  },
  {
    name: 'a job that the printing callback makes',
    code: `setTimeout(() => {
  Promise.resolve().then(() => console.log('job'));
  console.log('timer');
}, 1);`,
    lines: ['timer: timers', 'job: microtask'],
    pairs: ['callback-first certain'],
  },
  {
    name: 'an await of an async function that returns a promise',
    code: `const inner = async () => Promise.resolve();
(async () => { await inner(); console.log('after inner'); })();
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));`,
    lines: ['1: microtask', '2: microtask', 'after inner: microtask', '3: microtask'],
    pairs: ['chain-waits certain', 'resolved-with-a-promise certain', 'chains-take-turns certain'],
    never: /native promise/,
  },
  {
    name: 'an await of a promise that was resolved with a promise',
    code: `const wrapped = new Promise((resolve) => resolve(Promise.resolve()));
(async () => { await wrapped; console.log('after wrapped'); })();
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));`,
    lines: ['1: microtask', '2: microtask', 'after wrapped: microtask', '3: microtask'],
    pairs: ['chain-waits certain', 'resolved-with-a-promise certain', 'chains-take-turns certain'],
    never: /native promise/,
  },
  {
    name: 'ids of promise jobs',
    code: `const { executionAsyncId, triggerAsyncId } = require('node:async_hooks');
Promise.resolve().then(() => console.log('eid', executionAsyncId(), 'tid', triggerAsyncId()));`,
    lines: ['eid 0 tid 0: microtask'],
    pairs: [],
  },
  {
    name: 'error and close of a socket',
    code: `const socket = require('node:net').connect(1, '127.0.0.1');
socket.on('error', () => console.log('error'));
socket.on('close', () => console.log('close'));`,
    lines: ['error: nextTick', 'close: close'],
    pairs: ['closes-last certain'],
  },
  {
    name: 'a file that is read because of an error, and the close of the socket',
    code: `const socket = require('node:net').connect(1, '127.0.0.1');
socket.on('error', () => require('node:fs').readFile(__filename, () => console.log('file')));
socket.on('close', () => console.log('close'));`,
    lines: ['close: close', 'file: poll'],
    pairs: ['close-before-next-poll certain'],
  },
  {
    name: 'two sockets that close in one turn',
    code: `const net = require('node:net');
setImmediate(() => {
  for (const name of ['one', 'two']) net.connect(9, '127.0.0.1').on('close', () => console.log(name)).destroy();
});`,
    lines: ['two: close', 'one: close'],
    pairs: ['last-closed-first certain'],
  },
  {
    name: 'a handler that comes too late',
    code: `process.on('unhandledRejection', () => console.log('unhandled'));
process.on('rejectionHandled', () => console.log('handled'));
const p = Promise.reject(new Error('x'));
setTimeout(() => p.catch(() => console.log('caught')), 10);`,
    lines: ['unhandled: nextTick', 'caught: microtask', 'handled: nextTick'],
    pairs: ['queues-before-the-loop certain', 'rejections-when-queues-are-empty certain'],
  },
  {
    name: 'two rejections',
    code: `process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('A');
Promise.reject('B');`,
    lines: ['unhandled A: nextTick', 'unhandled B: nextTick'],
    pairs: ['rejections-in-order certain'],
  },
  {
    name: 'a rejection that becomes an uncaught exception',
    code: `process.on('uncaughtException', (e, origin) => console.log(origin));
Promise.reject(new Error('r'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
setImmediate(() => console.log('immediate'));`,
    lines: ['tick: nextTick', 'job: microtask', 'unhandledRejection: nextTick', 'immediate: check'],
    pairs: [
      'ticks-before-promise-jobs certain',
      'rejections-when-queues-are-empty certain',
      'queues-before-the-loop certain',
    ],
  },
  {
    name: 'a rejection that ends the program',
    code: `const failing = Promise.reject(new Error('lost'));
Promise.resolve().then(() => console.log('job 1')).then(() => {}).then(() => {});
process.nextTick(() => console.log('tick'));`,
    lines: ['tick: nextTick', 'job 1: microtask', 'Error: lost: nextTick', '1: nextTick'],
    pairs: [
      'ticks-before-promise-jobs certain',
      'rejections-when-queues-are-empty certain',
      'exit-code-last certain',
    ],
  },
  {
    name: 'a timer that throws, and its neighbour',
    code: `process.on('uncaughtException', (e) => console.log('uncaught', e.message));
setTimeout(() => { throw new Error('one'); }, 1);
setTimeout(() => console.log('two'), 1);`,
    lines: ['uncaught one: timers', 'two: timers'],
    pairs: ['same-delay-in-order certain'],
  },
  {
    name: 'a first line in beforeExit',
    code: `process.once('beforeExit', () => {
  console.log('beforeExit');
  setTimeout(() => console.log('timer'), 0);
});
process.on('exit', () => console.log('exit'));`,
    lines: ['beforeExit: exit', 'timer: timers', 'exit: exit'],
    pairs: ['callback-first certain', 'exit-is-last certain'],
  },
  {
    name: 'an awaited thenable behind a microtask',
    code: `queueMicrotask(() => console.log('microtask'));
(async () => {
  await { then(done) { console.log('then is called'); done(); } };
  console.log('after await');
})();`,
    lines: ['microtask: microtask', 'then is called: microtask', 'after await: microtask'],
    pairs: ['jobs-in-order certain', 'chain-waits certain'],
  },
  {
    name: 'two handlers on one line',
    code: `Promise.resolve().then(() => console.log('a')).then(() => console.log('b'));
Promise.resolve().then(() => console.log('c'));`,
    lines: ['a: microtask', 'c: microtask', 'b: microtask'],
    pairs: ['jobs-in-order certain', 'chains-take-turns certain'],
    says: /callback on line 1 \(column 48\) still had to wait for the `then` callback on line 1 \(column 19\)/,
  },
  {
    name: 'calls of one interval',
    code: `let n = 0;
const i = setInterval(() => { console.log(++n); if (n === 3) clearInterval(i); }, 5);`,
    lines: ['1: timers', '2: timers', '3: timers'],
    pairs: ['interval-again certain', 'interval-again certain'],
    never: /later call/,
  },
  {
    name: 'a process that is waited for',
    code: `const { spawnSync } = require('node:child_process');
console.log('before');
spawnSync('echo', ['child'], { stdio: 'inherit' });
console.log('after');`,
    lines: ['before: main', 'child: main', 'after: main'],
    pairs: ['waits-for-a-process certain', 'waits-for-a-process certain'],
  },
  {
    name: 'an import against a promise job',
    code: `Promise.resolve().then(() => console.log('job'));
import('node:os').then(() => console.log('imported'));`,
    lines: ['job: microtask', 'imported: microtask'],
    pairs: ['import-takes-jobs certain'],
    never: /importModule|Callback`/,
  },
  {
    name: 'a job of an imported module',
    kind: 'mjs',
    code: `import 'data:text/javascript,console.log("dep"); Promise.resolve().then(() => console.log("dep job"))';
console.log('main');`,
    lines: ['dep: main', 'main: main', 'dep job: microtask'],
    pairs: ['imports-run-first certain', 'script-first certain'],
    says: /scheduled by code of another file/,
  },
  {
    name: 'a port and its other end close in the close phase',
    code: `const { port1, port2 } = new MessageChannel();
port2.on('message', (text) => { console.log(text); port2.close(() => console.log('closed')); });
port1.postMessage('message');
setImmediate(() => console.log('immediate'));`,
    lines: ['message: poll', 'immediate: check', 'closed: close'],
    pairs: ['message-is-there certain', 'close-is-last-in-a-turn certain'],
  },
  {
    name: 'ticks that are left when one throws',
    code: `process.on('uncaughtException', () => console.log('uncaught'));
process.nextTick(() => { throw new Error('tick'); });
process.nextTick(() => console.log('second tick'));`,
    lines: ['uncaught: nextTick', 'second tick: nextTick'],
    pairs: ['.* certain'],
    never: /close enough/,
  },
  {
    name: 'a callback of a FinalizationRegistry',
    code: `require('node:v8').setFlagsFromString('--expose-gc');
const gc = require('node:vm').runInNewContext('gc');
const registry = new FinalizationRegistry((name) => {
  process.nextTick(() => console.log('tick'));
  console.log('collected', name);
});
const register = () => registry.register({}, 'it');
setTimeout(() => { register(); console.log('timer'); setImmediate(() => gc()); }, 5);
setTimeout(() => console.log('late timer'), 300);
process.on('exit', () => console.log('exit'));`,
    lines: [
      'timer: timers',
      'collected it: poll',
      'tick: nextTick',
      'late timer: timers',
      'exit: exit',
    ],
    pairs: [
      'called-by-the-engine unknown',
      'callback-first certain',
      'called-by-the-engine unknown',
      'exit-is-last certain',
    ],
    never: /called-at-once|goes back to .* goes back/,
  },
  {
    name: 'what is collected when the script is over, and two registries',
    code: `require('node:v8').setFlagsFromString('--expose-gc');
const gc = require('node:vm').runInNewContext('gc');
const log = (name) => console.log('collected');
const registries = [new FinalizationRegistry(log), new FinalizationRegistry(log)];
(() => registries.forEach((registry) => registry.register({}, '')))();
console.log('script');
gc();
process.on('beforeExit', () => console.log('beforeExit'));`,
    lines: ['script: main', 'collected: poll', 'collected: poll', 'beforeExit: exit'],
    pairs: ['script-first certain', 'called-by-the-engine unknown', 'called-by-the-engine unknown'],
    never: /only scheduled/,
  },
  {
    name: 'WebAssembly that is compiled',
    code: `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => console.log('compiled'));
Promise.resolve().then(() => console.log('job'));
setTimeout(() => console.log('timer'), 300);`,
    lines: ['job: microtask', 'compiled: microtask', 'timer: timers'],
    pairs: ['queues-before-the-loop certain', 'called-by-the-engine unknown'],
    never: /settled/,
  },
  {
    name: 'who waits for Atomics.notify',
    code: `const shared = new Int32Array(new SharedArrayBuffer(4));
Atomics.waitAsync(shared, 0, 0).value.then(() => console.log('woken'));
setTimeout(() => { Atomics.notify(shared, 0); console.log('notified'); }, 5);
setTimeout(() => console.log('late timer'), 300);`,
    lines: ['notified: timers', 'woken: microtask', 'late timer: timers'],
    pairs: ['called-by-the-engine unknown', 'called-by-the-engine unknown'],
    says: /`then` callback on line 2 goes back to work of the engine/,
    never: /settled/,
  },
  {
    name: 'who only watches uncaught errors',
    code: `process.on('uncaughtExceptionMonitor', (error) => console.log('watched', error.message));
process.once('uncaughtException', (error) => console.log('handled', error.message));
process.once('uncaughtException', () => Promise.resolve().then(() => console.log('job')));
Promise.reject(new Error('rejected'));
setTimeout(() => { console.log('timer'); throw new Error('thrown'); }, 20);`,
    lines: [
      'watched rejected: nextTick',
      'handled rejected: nextTick',
      'job: microtask',
      'timer: timers',
      'watched thrown: timers',
      'Error: thrown: timers',
      '1: timers',
    ],
    pairs: [
      'monitor-comes-first certain',
      'callback-first certain',
      'queues-before-the-loop certain',
      'uncaught-at-once certain',
      'monitor-comes-first certain',
      'exit-code-last certain',
    ],
    never: /an error was thrown that nothing caught/,
  },
];
