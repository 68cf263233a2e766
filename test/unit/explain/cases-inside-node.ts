import { casesOfWords } from './cases-of-words.ts';
import type { Case } from './cases.ts';

/** The same, where something was said falsely of what Node makes and calls on its own account. */
export const casesInsideNode: readonly Case[] = [
  ...casesOfWords,
  {
    name: 'a sleep that a signal ends: its promises are of a subclass, and no thenable is called',
    code: `const { setTimeout: sleep } = require('node:timers/promises');
const controller = new AbortController();
sleep(5000, null, { signal: controller.signal }).catch(() => console.log('aborted'));
Promise.resolve().then(() => {}).then(() => {}).then(() => {
  console.log('abort');
  controller.abort();
});`,
    lines: ['abort: microtask', 'aborted: microtask'],
    pairs: ['chains-take-turns certain'],
    says: /`timers\/promises\.setTimeout` microtask on line 3/,
    never: /thenable|has a `then`/,
  },
  {
    name: 'reactions to promises of a subclass',
    code: `class Later extends Promise {}
Later.resolve(1)
  .then(() => console.log('then'))
  .finally(() => console.log('finally'))
  .catch(() => {});
Promise.resolve().then(() => console.log('plain 1'))
  .then(() => console.log('plain 2'));`,
    lines: ['then: microtask', 'plain 1: microtask', 'finally: microtask', 'plain 2: microtask'],
    pairs: ['jobs-in-order certain', 'jobs-in-order certain', 'chains-take-turns certain'],
    says: /the `then` callback on line 3 .*the `finally` callback on line 4/s,
    never: /thenable|line 1\b/,
  },
  {
    name: 'a tick and a microtask that throw, and their neighbours',
    code: `process.on('uncaughtException', (error) => console.log('uncaught', error.message));
process.nextTick(() => { throw new Error('tick'); });
Promise.resolve().then(() => console.log('job 1'));
queueMicrotask(() => { throw new Error('microtask'); });
queueMicrotask(() => { console.log('job 2'); throw new Error('job'); });
Promise.resolve().then(() => console.log('job 3'));`,
    lines: [
      'uncaught tick: nextTick',
      'job 1: microtask',
      'uncaught microtask: microtask',
      'job 2: microtask',
      'uncaught job: microtask',
      'job 3: microtask',
    ],
    pairs: [
      'ticks-before-promise-jobs certain',
      'jobs-in-order certain',
      'jobs-in-order certain',
      'uncaught-at-once certain',
      'jobs-in-order certain',
    ],
    says: /`process\.nextTick` callback on line 2 was waiting in the nextTick queue/,
    never: /`uncaughtException` handler of `process`/,
  },
  {
    name: 'a listener of an EventTarget that throws',
    kind: 'mjs',
    code: `process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const target = new EventTarget();
target.addEventListener('go', () => { throw new Error('listener'); });
target.dispatchEvent(new Event('go'));
queueMicrotask(() => console.log('job'));`,
    lines: ['job: microtask', 'uncaught listener: nextTick'],
    pairs: ['module-jobs-before-ticks certain'],
    says: /the tick for `EventTarget` on line 4 had to wait/,
  },
  {
    name: 'a server that closes when its last connection does',
    code: `const net = require('node:net');
const server = net.createServer((socket) => {
  server.close(() => console.log('closed'));
  setTimeout(() => { console.log('destroy'); socket.destroy(); }, 10);
});
server.listen(0, () => net.connect(server.address().port).on('error', () => {}));`,
    lines: ['destroy: timers', 'closed: nextTick'],
    pairs: ['[a-z-]+ certain'],
    says: /tick for the `close` of a server on line 4/,
    never: /`server\.close`/,
  },
  {
    name: 'a performance observer against an immediate',
    code: `const { performance, PerformanceObserver } = require('node:perf_hooks');
new PerformanceObserver(() => console.log('observed')).observe({ entryTypes: ['mark'] });
performance.mark('here');
setImmediate(() => console.log('immediate'));`,
    lines: ['observed: check', 'immediate: check'],
    pairs: ['immediates-in-order certain'],
    says: /callback of a performance observer on line 3/,
    never: /`setImmediate` callback on line 3/,
  },
  {
    name: 'a message of a BroadcastChannel of the same thread',
    code: `const [one, other] = [new BroadcastChannel('news'), new BroadcastChannel('news')];
other.onmessage = ({ data }) => { console.log(data); one.close(); other.close(); };
one.postMessage('hello');
setImmediate(() => console.log('immediate'));`,
    lines: ['hello: poll', 'immediate: check'],
    pairs: ['outside-or-loop unknown'],
    says: /in this thread or in another one/,
    never: /something outside this thread/,
  },
  {
    name: 'a script that waits without computing until the timer is due',
    code: `setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15);`,
    lines: ['timeout: timers', 'immediate: check'],
    pairs: ['due-timer-first (certain|unknown)'],
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
    name: 'an immediate and a timer of a module, which Node 20 runs in the poll phase',
    kind: 'mjs',
    majors: ['20'],
    code: `setTimeout(() => console.log('timer'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => setImmediate(() => console.log('of the tick')));`,
    lines: ['immediate: check', 'of the tick: check', 'timer: timers'],
    pairs: ['immediates-in-order certain', 'immediate-before-timer-after-io certain'],
    apart: [[0, 2, 'immediate-before-timer-after-io certain']],
    says: /Node\.js 20 runs the body of an ES module in the poll phase, when it has read the file\. The check phase comes next/,
  },
  {
    name: 'an immediate of a module against a timer that was made before its import had finished',
    kind: 'mjs',
    majors: ['20'],
    code: `setTimeout(() => console.log('timer'), 0);
await new Promise((done) => setImmediate(done));
await new Promise((done) => setTimeout(done, 40));
setImmediate(() => console.log('immediate'));`,
    lines: ['timer: timers', 'immediate: check'],
    pairs: ['.*'],
    never: /had read its file/,
  },
  {
    name: 'an immediate that comes before a timer of a module elsewhere, where they race',
    kind: 'mjs',
    majors: ['22', '24', '26'],
    code: `let n = 0;
setTimeout(() => queueMicrotask(() => console.log(++n)), 0);
setImmediate(() => queueMicrotask(() => console.log(++n)));`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['(?:timeout-or-immediate race|due-timer-first (?:race|unknown))'],
    never: /had read its file/,
  },
];
