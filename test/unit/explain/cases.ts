import type { ModuleKind } from '../../../src/bank/model.ts';
import { compute } from './compute.ts';

/** Programs about which something false was said once, and what is true of each pair of lines. */
export interface Case {
  readonly name: string;
  readonly kind?: ModuleKind;
  readonly code: string;
  /** Each line with its phase. */
  readonly lines: readonly string[];
  /** The rule and the certainty of each pair of neighbours, as regular expressions. */
  readonly pairs: readonly string[];
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
    pairs: ['queues-between-callbacks certain'],
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
    name: 'a deadline that refresh moves',
    code: `const late = setTimeout(() => console.log('refreshed'), 400);
setTimeout(() => late.refresh(), 300);
setTimeout(() => console.log('due at 430'), 430);`,
    lines: ['due at 430: timers', 'refreshed: timers'],
    pairs: ['refreshed-later certain'],
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
    name: 'a script that computes until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
${compute(400)}`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first certain'],
  },
  {
    name: 'a script that sleeps until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 20);
setImmediate(() => console.log('immediate'));
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first certain'],
    never: /In a run in which/,
  },
  {
    name: 'two timers between which the script sleeps',
    code: `setTimeout(() => console.log('30'), 30);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
setTimeout(() => console.log('5'), 5);`,
    lines: ['30: timers', '5: timers'],
    pairs: ['earlier-deadline certain'],
    says: /makes only the second one later/,
    never: /busy enough/,
  },
  {
    name: 'a script that waits for a process until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 20);
setImmediate(() => console.log('immediate'));
require('node:child_process').execSync('sleep 0.06');`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first unknown'],
    says: /In a run in which the timer is not due by then/,
  },
  {
    name: 'a timer that is made before a chain of timers, and due before its end',
    code: `setTimeout(() => console.log('30'), 30);
setTimeout(() => setTimeout(() => console.log('20 and 20'), 20), 20);`,
    lines: ['30: timers', '20 and 20: timers'],
    pairs: ['earlier-deadline certain'],
    never: /busy enough/,
  },
  {
    name: 'a request of the program to its own server',
    code: `const http = require('node:http');
const server = http.createServer((request, response) => {
  console.log('request');
  response.on('close', () => console.log('response closed'));
  response.end('text');
});
server.listen(0, () => {
  const request = http.request({ port: server.address().port }, (response) => {
    console.log('response');
    response.resume().on('end', () => { console.log('end'); server.close(); server.closeAllConnections(); });
  });
  request.on('finish', () => console.log('request sent'));
  request.end();
});`,
    lines: [
      'request sent: poll',
      'request: poll',
      'response closed: nextTick',
      'response: poll',
      'end: nextTick',
    ],
    pairs: [
      'one-led-to-the-other certain',
      'one-led-to-the-other certain',
      'queues-between-callbacks certain',
      '.* certain',
    ],
  },
  {
    name: 'two that may write first to a connection of the program with itself',
    code: `const server = require('node:net').createServer((socket) => {
  socket.once('data', () => console.log('data'));
  socket.resume().on('end', () => { socket.end(); server.close(); });
});
server.listen(0, () => {
  const client = require('node:net').connect(server.address().port, () => {
    setTimeout(() => { client.write('a'); console.log('first'); }, 1);
    setTimeout(() => client.end('b'), 60);
    setTimeout(() => client.write('c'), 30);
  });
});`,
    lines: ['first: timers', 'data: poll'],
    pairs: ['outside-or-loop unknown'],
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
