import type { Case } from './cases.ts';

/**
 * Two jobs in one emptying of the queues, of which one also waits for something else: whoever came first there need
 * not do so in every run. The long delays only keep the lines of a test in one order.
 */
export const otherWaitsCases: readonly Case[] = [
  {
    name: 'a request that two callers share',
    code: `const fs = require('node:fs/promises');
let shared;
const load = () => (shared ??= new Promise((done) => setTimeout(done, 400)));
(async () => { await fs.stat(__filename); await load(); console.log('A'); })();
(async () => { await new Promise((done) => setTimeout(done, 150)); await load(); console.log('B'); })();`,
    lines: ['A: microtask', 'B: microtask'],
    pairs: ['jobs-in-order unknown'],
    says: /Whether every run has them in this order is not in the record/,
  },
  {
    name: 'a promise that two callers wait for, one after the other in every run',
    code: `const fs = require('node:fs/promises');
const shared = new Promise((done) => setTimeout(done, 200));
fs.stat(__filename).then(async () => { await shared; console.log('A'); });
shared.then(() => console.log('B'));
shared.then(() => console.log('C'));`,
    lines: ['B: microtask', 'C: microtask', 'A: microtask'],
    pairs: ['jobs-in-order certain', '.* certain'],
  },
  {
    name: 'a barrier that the last one opens',
    code: `const fs = require('node:fs/promises');
const waiting = [];
async function arrive(name, first) {
  await first;
  if (waiting.length === 1) waiting[0]();
  else await new Promise((done) => waiting.push(done));
  await null;
  console.log(name);
}
arrive('stat', fs.stat(__filename));
arrive('timer', new Promise((done) => setTimeout(done, 150)));`,
    lines: ['timer: microtask', 'stat: microtask'],
    pairs: ['.* unknown'],
  },
  {
    name: 'a lock that is a chain of promises',
    code: `const fs = require('node:fs/promises');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let last = Promise.resolve();
const locked = (work) => { const turn = last.then(work); last = turn.catch(() => {}); return turn; };
fs.stat(__filename).then(async () => { await locked(() => sleep(300)); console.log('A done'); });
sleep(100).then(() => locked(async () => console.log('B has the lock')));`,
    lines: ['A done: microtask', 'B has the lock: microtask'],
    pairs: ['chains-take-turns unknown'],
  },
  {
    name: 'what follows the last of several promises',
    code: `const fs = require('node:fs/promises');
const user = fs.stat(__filename).then(() => {});
const posts = new Promise((done) => setTimeout(done, 150)).then(() => {});
Promise.all([user, posts]).then(() => console.log('both'));
posts.then(() => {}).then(() => {}).then(() => console.log('posts'));`,
    lines: ['both: microtask', 'posts: microtask'],
    pairs: ['.* unknown'],
  },
  {
    name: 'what follows the last of several promises, of which one caused both',
    kind: 'mjs',
    code: `import { EventEmitter, once } from 'node:events';
import { stat } from 'node:fs/promises';
const bus = new EventEmitter();
setTimeout(() => bus.emit('ready'), 150);
await Promise.all([stat('.'), once(bus, 'ready')]);
Promise.resolve().then(() => console.log('then'));
await null;
await null;
console.log('await');`,
    lines: ['then: microtask', 'await: microtask'],
    pairs: ['chains-take-turns certain'],
  },
  {
    name: 'several writes to a connection that are read at once',
    code: `const net = require('node:net');
let n = 0;
const server = net.createServer((socket) => {
  socket.on('data', (data) => { for (const _ of String(data).trim().split(' ')) console.log(++n); });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    let left = 2;
    const send = () => {
      client.write('x ');
      if (--left) return;
      for (const until = Date.now() + 30; Date.now() < until;);
      client.end(() => server.close());
    };
    client.cork();
    setTimeout(() => client.uncork(), 100);
    require('node:fs').stat(__filename, send);
    require('node:fs').access(__filename, send);
  });
});`,
    lines: ['1: poll', '2: poll'],
    pairs: ['order-of-what-was-collected unknown'],
  },
  {
    name: 'a loop in a callback before which nothing raced',
    code: `setTimeout(() => {
  setTimeout(() => { for (const n of [1, 2]) console.log(n); }, 1);
}, 1);`,
    lines: ['1: timers', '2: timers'],
    pairs: ['one-after-the-other certain'],
  },
  {
    name: 'an error that leaves a timer',
    code: `process.on('uncaughtException', () => {});
setTimeout(() => { Promise.resolve().then(() => console.log('job of first')); throw new Error('x'); }, 1);
setTimeout(() => { console.log('second'); queueMicrotask(() => console.log('job of second')); }, 1);
for (const until = Date.now() + 20; Date.now() < until;);`,
    lines: ['second: timers', 'job of first: microtask', 'job of second: microtask'],
    pairs: ['error-leaves-the-queues (?:race|unknown)', 'jobs-in-order certain'],
    says: /An error left the `setTimeout` callback on line 2 .*, after which the queues were not emptied/,
  },
  {
    name: 'a timer for which the loop does not wait',
    code: `process.once('beforeExit', () => console.log('beforeExit'));
setTimeout(() => console.log('timer'), 5).unref();
setTimeout(() => {}, 100);
queueMicrotask(() => console.log('job'));`,
    lines: ['job: microtask', 'timer: timers', 'beforeExit: exit'],
    pairs: ['queues-before-the-loop certain', 'before-exit-when-empty unknown'],
  },
  {
    name: 'a program that is over at once',
    code: `process.once('beforeExit', () => console.log('beforeExit'));
queueMicrotask(() => console.log('job'));`,
    lines: ['job: microtask', 'beforeExit: exit'],
    pairs: ['before-exit-when-empty certain'],
    never: /had not run/,
  },
  {
    name: 'a worker that starts another one',
    code: `const { Worker } = require('node:worker_threads');
new Worker("const { Worker } = require('node:worker_threads'); console.log('outer'); new Worker('console.log(1)', { eval: true });", { eval: true });`,
    lines: ['outer: -', '1: -'],
    pairs: ['worker-runs-beside unknown'],
  },
];
