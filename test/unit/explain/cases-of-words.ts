import type { Case } from './cases.ts';

/** The same, where the order was told rightly and something was named that was not there. */
export const casesOfWords: readonly Case[] = [
  {
    name: 'for await of values that are there: the iterator unwraps them, and no thenable is called',
    code: `(async () => { for await (const x of ['v']) console.log('loop', x); })();
Promise.resolve().then(() => console.log(1)).then(() => console.log(2));`,
    lines: ['1: microtask', 'loop v: microtask', '2: microtask'],
    pairs: ['chains-take-turns certain', 'chains-take-turns certain'],
    says: /still had to wait for the microtask of an async iterator on line 1/,
    never: /thenable|has a `then`/,
  },
  {
    name: '`return await` of an async function: no generator',
    code: `async function load(id) {
  console.log('loading', id);
  try {
    return await Promise.reject(new Error('not found'));
  } catch {
    console.log('fallback for', id);
  }
}
load(7);`,
    lines: ['loading 7: main', 'fallback for 7: microtask'],
    pairs: ['await-lets-go certain'],
    says: /reached the `await` on line 4, which paused the function/,
    never: /generator/,
  },
  {
    name: 'a fraction of a millisecond, which Node drops',
    code: `setTimeout(() => console.log('a'), 10.8);
setTimeout(() => console.log('b'), 10);`,
    lines: ['a: timers', 'b: timers'],
    pairs: ['same-delay-in-order certain'],
    says: /drops fractions/,
  },
  {
    name: 'the detour of a promise that something before waited for',
    code: `const after = async () => { await inner(); };
const inner = async () => Promise.resolve();
after().then(() => console.log('after'));
const turns = Promise.resolve().then(() => {}).then(() => {});
turns.then(() => console.log('turns'));`,
    lines: ['turns: microtask', 'after: microtask'],
    pairs: ['resolved-with-a-promise certain'],
    says: /The `then` callback on line 3 comes after what follows the `await` on line 1\. What follows the `await` on line 1 waits for/,
  },
  {
    name: 'two imported modules that print',
    kind: 'mjs',
    code: `import 'data:text/javascript,console.log("one")';
import 'data:text/javascript,console.log("two")';`,
    lines: ['one: main', 'two: main'],
    pairs: ['one-after-the-other certain'],
    says: /printed by imported modules/,
  },
  {
    name: 'what an async generator yields and returns, which it awaits',
    kind: 'mjs',
    code: `const same = (value) => value;
async function* inner() { yield same(Promise.resolve('inner')); }
async function* outer() {
  console.log('begins');
  yield* inner();
  try {
    yield same('a') + same('b');
  } finally {
    console.log('ends');
  }
  return same('c');
}
const it = outer();
console.log((await it.next()).value);
console.log((await it.next()).value);
console.log((await it.next()).value);`,
    lines: ['begins: main', 'inner: microtask', 'ab: microtask', 'ends: microtask', 'c: microtask'],
    pairs: ['[a-z-]+ certain', '[a-z-]+ certain', '[a-z-]+ certain', '[a-z-]+ certain'],
    never: /`await` on line (?:2|5|7|11)\b/,
  },
  {
    name: 'an async generator that yields, against another chain',
    code: `async function* letters() {
  yield String('a');
  console.log('after yield');
  return String('b');
}
const it = letters();
it.next().then(({ value }) => console.log(value));
it.next().then(({ value }) => console.log(value));
Promise.resolve().then(() => console.log(1));`,
    lines: ['after yield: microtask', '1: microtask', 'a: microtask', 'b: microtask'],
    pairs: ['[a-z-]+ certain', '[a-z-]+ certain', '[a-z-]+ certain'],
    says: /`yield` on line 2/,
    never: /follows the `await`/,
  },
  {
    name: 'a timer that its own callback refreshes is no interval, and is due later each time',
    code: `let n = 0;
const timer = setTimeout(() => {
  console.log('call', ++n);
  if (n < 3) timer.refresh();
}, 200);
setTimeout(() => console.log('250'), 250);`,
    lines: ['call 1: timers', '250: timers', 'call 2: timers', 'call 3: timers'],
    pairs: ['shorter-and-made-first certain', 'refreshed-later [a-z]+', 'callback-first certain'],
    says: /line 2 \(200 ms, refreshed\) was due [4-7]\d\d ms after the start/,
    never: /interval/,
  },
  {
    name: 'the listener of a server for connections is not the one for listening',
    code: `const net = require('node:net');
const server = net.createServer((socket) => {
  console.log('connection');
  socket.end();
  server.close();
});
server.listen(0, () => {
  console.log('listening');
  net.connect(server.address().port).resume();
});`,
    lines: ['listening: nextTick', 'connection: poll'],
    pairs: ['queues-before-the-loop certain'],
    says: /The `connection` listener of a server on line 7 is called by the event loop/,
    never: /`server\.listen` callback/,
  },
  {
    name: 'microtasks of fetch',
    code: `fetch('data:text/plain,hey').then(() => console.log('fetched'));
queueMicrotask(() => console.log('microtask'));`,
    lines: ['microtask: microtask', 'fetched: microtask'],
    pairs: ['[a-z-]+ certain'],
    never: /Worker/,
  },
  {
    name: 'the error of a server, which is no stream',
    code: `const net = require('node:net');
const one = net.createServer().listen(0, () => {
  net.createServer()
    .on('error', () => { console.log('error'); one.close(); })
    .listen(one.address().port);
  process.nextTick(() => console.log('tick'));
});`,
    lines: ['error: nextTick', 'tick: nextTick'],
    pairs: ['ticks-in-order certain'],
    says: /the tick for the `error` of (?:a server|an event emitter)/i,
    never: /stream/,
  },
  {
    name: 'a tick that is scheduled by the handler of an error, called from a microtask',
    code: `process.on('uncaughtException', () => process.nextTick(() => console.log('tick')));
queueMicrotask(() => { throw new Error('x'); });
queueMicrotask(() => console.log('microtask'));`,
    lines: ['microtask: microtask', 'tick: nextTick'],
    pairs: ['tick-waits-for-jobs certain'],
    says: /handler of `process`, called from a microtask: the `queueMicrotask` callback on line 2/,
  },
  {
    name: 'an immediate after the close of a file handle, and a tick',
    kind: 'mjs',
    code: `import { open } from 'node:fs/promises';
const handle = await open(import.meta.filename ?? '/etc/hosts');
await handle.close();
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));`,
    lines: ['tick: nextTick', 'immediate: check'],
    pairs: ['queues-between-callbacks certain'],
  },
  {
    name: 'an immediate and an operation of several steps that one callback of the pool starts',
    code: `const fs = require('node:fs');
fs.stat(__filename, () => {
  setImmediate(() => console.log('immediate'));
  fs.readFile(__filename, () => console.log('read'));
});`,
    lines: ['immediate: check', 'read: poll'],
    pairs: ['check-before-next-poll certain'],
    says: /comes before the next poll phase/,
  },
  {
    name: 'the same after an await',
    kind: 'mjs',
    code: `import { readFile, stat } from 'node:fs/promises';
await stat('/');
readFile(new URL(import.meta.url)).then(() => console.log('read'));
setImmediate(() => console.log('immediate'));`,
    lines: ['immediate: check', 'read: microtask'],
    pairs: ['check-before-next-poll certain'],
  },
  {
    name: 'functions that a program calls by another name than Node has for them',
    code: `const { generateKeyPairSync, sign, webcrypto } = require('node:crypto');
const { privateKey } = generateKeyPairSync('ed25519');
process.nextTick(() => console.log('begin'));
sign(null, Buffer.from('x'), privateKey, async () => {
  console.log('signed');
  const dir = await require('node:fs').promises.opendir('/');
  await dir.read();
  process.nextTick(() => console.log('read'));
  await webcrypto.subtle.digest('SHA-1', new Uint8Array(1));
  setImmediate(() => console.log('digest'));
});`,
    lines: ['begin: nextTick', 'signed: poll', 'read: nextTick', 'digest: check'],
    pairs: ['[a-z-]+ certain', '[a-z-]+ certain', '[a-z-]+ certain'],
    says: /`crypto\.sign` callback on line 4/,
    never: /OneShot|`fs\.read`|`crypto\.digest`/,
  },
  {
    name: 'the timeout of a socket, and a tick of evaluated code',
    code: `const socket = new (require('node:net').Socket)();
socket.on('timeout', () => { console.log('timeout'); clearTimeout(alive); });
const alive = setTimeout(() => {}, 5000);
new Function('log', 'process.nextTick(() => log("tick"))')(console.log.bind(console));
queueMicrotask(() => socket.setTimeout(20));`,
    lines: ['tick: nextTick', 'timeout: timers'],
    pairs: ['queues-before-the-loop certain'],
    says: /The tick for code that was evaluated on line 4 .* The `socket\.setTimeout` callback on line 5 \(20 ms\)/,
  },
  {
    name: 'a job whose promise a tick settles between two rounds of the microtask queue',
    code: `const tick = new Promise((resolve) => process.nextTick(() => queueMicrotask(() => process.nextTick(resolve))));
tick.then(() => console.log('later'));
queueMicrotask(() => console.log('earlier'));`,
    lines: ['earlier: microtask', 'later: microtask'],
    pairs: ['queued-later certain'],
    never: /Both waited/,
  },
  {
    name: 'what is called within a callback',
    code: `const { AsyncResource } = require('node:async_hooks');
setImmediate(() => {
  new AsyncResource('Mine').runInAsyncScope(() => console.log('inside'));
  console.log('outside');
});`,
    lines: ['inside: check', 'outside: check'],
    pairs: ['called-inside certain'],
    says: /was called synchronously, while the `setImmediate` callback on line 2 ran/,
  },
];
