import type { Case } from './cases.ts';

/**
 * What one callback led to in one run, and another one may lead to in the next; and what looks like it. Lines
 * are numbered as they come, since what races may print them in any order.
 */
export const feederCases: readonly Case[] = [
  {
    name: 'a stream that several reads fill',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
let left = 2;
for (let file = 0; file < 2; file++) require('node:fs').stat(__filename, () => {
  out.push('x');
  if (!--left) out.push(null);
});
(async () => { let n = 0; for await (const x of out) console.log(++n); })();`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several race'],
  },
  {
    name: 'a stream whose functions several reads feed',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
let n = 0;
for (let file = 0; file < 2; file++) require('node:fs').stat(__filename, () => out.push('x'));
out.map(async (x) => x).forEach(() => { console.log(++n); if (n === 2) out.push(null); });`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several race'],
    never: /goes back to/,
  },
  {
    name: 'a loop over Promise.race',
    kind: 'mjs',
    code: `const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const queue = [wait(6), wait(5)];
for (let n = 1; n <= 2; n++) {
  const at = await Promise.race(queue.map((promise, i) => promise.then(() => i)));
  console.log(n);
  queue[at] = new Promise(() => {});
}`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several (?:race|unknown)'],
  },
  {
    name: 'a web stream that several timers fill',
    kind: 'mjs',
    code: `let n = 0;
const stream = new ReadableStream({
  start(controller) {
    for (const ms of [9, 8]) setTimeout(() => controller.enqueue(ms), ms);
  },
});
for await (const ms of stream) {
  console.log(++n);
  if (n === 2) break;
}`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several (?:race|unknown)'],
  },
  {
    name: 'a port to which several timers post',
    code: `const { port1, port2 } = new MessageChannel();
let n = 0;
port1.onmessage = () => { console.log(++n); if (n === 2) port1.close(); };
for (const ms of [4, 3]) setTimeout(() => port2.postMessage(ms), ms);`,
    lines: ['1: poll', '2: poll'],
    pairs: ['same-source-in-order (?:race|unknown)'],
    says: /which of them sends first may differ/,
  },
  {
    name: 'a port that its first message closes',
    code: `const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => { console.log(data); port1.close(); };
port2.postMessage('a');
port2.postMessage('b');`,
    lines: ['a: poll', 'b: poll'],
    pairs: ['same-source-in-order certain'],
  },
  {
    name: 'a promise that the first of two timers settles',
    code: `let n = 0;
new Promise((done) => {
  for (const ms of [6, 5]) setTimeout(() => { if (!n++) console.log('timer'); done(); }, ms);
}).then(() => console.log('done'));`,
    lines: ['timer: timers', 'done: microtask'],
    pairs: ['first-one-settles (?:race|unknown)'],
  },
  {
    name: 'a slow loop over events of several timers',
    kind: 'mjs',
    code: `import { EventEmitter, on } from 'node:events';
const emitter = new EventEmitter();
for (const ms of [6, 5]) setTimeout(() => emitter.emit('value'), ms);
let n = 0;
for await (const value of on(emitter, 'value')) {
  await new Promise((done) => setTimeout(done, 60));
  console.log(++n);
  if (n === 2) break;
}`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several (?:race|unknown)'],
  },
  {
    name: 'a race that ends the program',
    code: `const wait = (ms) => new Promise((done) => setTimeout(done, ms)).then(() => console.log('waited'));
Promise.race([wait(5), wait(90)]).then(() => { console.log('race'); process.exit(); });`,
    lines: ['waited: microtask', 'race: microtask'],
    pairs: ['first-one-settles unknown'],
    says: /had not come when the program ended/,
  },
  {
    name: 'promises that were made before, one after the other',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
const started = [1, 2, 3].map(() => stat('.'));
for (const promise of started) {
  await promise.then(() => {});
  console.log(started.indexOf(promise));
}
console.log(await Promise.all(started.map(async (promise) => (await promise).isDirectory())));`,
    lines: ['0: microtask', '1: microtask', '2: microtask', '[ true, true, true ]: microtask'],
    pairs: ['await-lets-go certain', 'await-lets-go certain', '.* certain'],
  },
  {
    name: 'a slow loop over a stream that several timers fill',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
for (const ms of [6, 5]) setTimeout(() => out.push(ms), ms);
(async () => {
  let n = 0;
  for await (const x of out) {
    await new Promise((done) => setTimeout(done, 40));
    console.log(++n);
  }
})();`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['values-from-several (?:race|unknown)'],
  },
  {
    name: 'a stream that is paused for each piece',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
for (const ms of [6, 5]) setTimeout(() => out.push(ms), ms);
let n = 0;
out.on('data', () => {
  out.pause();
  setTimeout(() => { console.log(++n); out.resume(); }, 40);
});`,
    lines: ['1: timers', '2: timers'],
    pairs: ['rounds-print-what-they-find (?:race|unknown)'],
    says: /gave it something before/,
  },
  {
    name: 'what several timers pushed, read in one go',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
for (const ms of [6, 5]) setTimeout(() => out.push(ms), ms);
let n = 0;
setTimeout(() => out.on('data', () => console.log(++n)), 60);`,
    lines: ['1: nextTick', '2: nextTick'],
    pairs: ['rounds-print-what-they-find (?:race|unknown)'],
  },
  {
    name: 'a transform stream of the web that several timers write to',
    kind: 'mjs',
    code: `const { readable, writable } = new TransformStream();
const writer = writable.getWriter();
for (const ms of [6, 5]) setTimeout(() => writer.write(ms), ms);
const reader = readable.getReader();
for (let n = 1; n <= 2; n++) {
  await reader.read();
  await new Promise((done) => setTimeout(done, 40));
  console.log(n);
}`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['(?:rounds-print-what-they-find unknown|values-from-several (?:race|unknown))'],
  },
  {
    name: 'an array that several timers fill',
    code: `const queue = [];
let n = 0;
let busy = false;
function work() {
  if (busy || queue.length === 0) return;
  busy = true;
  queue.shift();
  setTimeout(() => { console.log(++n); busy = false; work(); }, 40);
}
for (const ms of [6, 5]) setTimeout(() => { queue.push(ms); work(); }, ms);`,
    lines: ['1: timers', '2: timers'],
    pairs: ['rounds-print-what-they-find unknown'],
    says: /shows neither what these left/,
  },
  {
    name: 'a lock that two timers want',
    kind: 'mjs',
    code: `let n = 0;
let busy = false;
const waiting = [];
const acquire = async () => {
  if (busy) return new Promise((done) => waiting.push(done));
  busy = true;
};
const release = () => (waiting.length > 0 ? waiting.shift()() : (busy = false));
for (const ms of [6, 5]) setTimeout(async () => {
  await acquire();
  await new Promise((done) => setTimeout(done, 40));
  console.log(++n);
  release();
}, ms);`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['first-one-is-waited-for unknown'],
  },
  {
    name: 'a loop of its own, and a timer that ends it',
    kind: 'mjs',
    code: `let n = 0;
let ended = false;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
setTimeout(() => { ended = true; }, 70);
while (!ended) {
  await wait(50);
  console.log(++n);
}`,
    lines: ['1: microtask', '2: microtask'],
    pairs: ['.* certain'],
  },
  {
    name: 'one that Promise.all waits for, and is not the last',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
const read = async (tell) => {
  await stat('.');
  if (tell) console.log('one');
};
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
for (const n of [1, 2]) {
  const calls = [1, 2].map(() => Promise.all([n, read(n === 2), wait(40), n === 1 ? wait(80) : n]));
  await Promise.all(calls);
}
console.log('all');`,
    lines: ['one: microtask', 'one: microtask', 'all: microtask'],
    pairs: ['.* (?:race|unknown)', 'one-led-to-the-other certain'],
  },
  {
    name: 'one that Promise.all need not wait for, if there is an error',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
const read = async () => { await stat('.'); console.log('one'); };
const fail = () => new Promise((done, fail) => setTimeout(fail, 40));
try { await Promise.all([read(), fail()]); } catch { console.log('failed'); }`,
    lines: ['one: microtask', 'failed: microtask'],
    pairs: ['.* (?:race|unknown)'],
  },
  {
    name: 'a stream to which a callback gives something before another one',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
let n = 0;
let sent = 0;
for (const ms of [6, 5]) setTimeout(() => {
  if (sent++ === 0) console.log('pushed');
  out.push(ms);
}, ms);
out.on('data', () => {
  out.pause();
  setTimeout(() => {
    console.log(++n);
    out.resume();
  }, 40);
});`,
    lines: ['pushed: timers', '1: timers', '2: timers'],
    pairs: ['callback-first certain', 'rounds-print-what-they-find (?:race|unknown)'],
    apart: [[0, 2, 'rounds-print-what-they-find (?:race|unknown)']],
  },
  {
    name: 'a line behind a loop over a stream that several timers fill',
    code: `const out = new (require('node:stream').Readable)({ objectMode: true, read() {} });
let left = 2;
for (const ms of [6, 5]) setTimeout(() => {
  out.push(ms);
  if (--left === 0) out.push(null);
}, ms);
(async () => {
  let n = 0;
  for await (const x of out) console.log(++n);
  console.log('end');
})();`,
    lines: ['1: microtask', '2: microtask', 'end: microtask'],
    pairs: ['values-from-several (?:race|unknown)', '.* certain'],
    apart: [[0, 2, '.* certain']],
  },
  {
    name: 'two calls of a loop that take from one place, and a line behind each',
    kind: 'mjs',
    code: `const waiting = [];
const take = () => new Promise((done) => waiting.push(done));
for (const ms of [27, 26, 25, 24]) setTimeout(() => waiting.shift()(ms), ms);
let n = 0;
async function loop() {
  for (let round = 0; round < 2; round++) { await take(); console.log(++n); }
  console.log(++n);
}
await loop();
await loop();`,
    lines: [1, 2, 3, 4, 5, 6].map((n) => `${n}: microtask`),
    pairs: [
      '.* (?:race|unknown)',
      'one-after-the-other certain',
      '.* (?:race|unknown)',
      '.* (?:race|unknown)',
      '.* certain',
    ],
    apart: [
      [0, 2, 'values-from-several (?:race|unknown)'],
      [1, 3, 'values-from-several race'],
    ],
  },
  {
    name: 'a time limit that is cleared',
    code: `const fs = require('node:fs');
const config = new Promise((resolve, reject) => {
  const timer = setTimeout(() => reject(new Error('timeout')), 200);
  fs.readFile(__filename, () => { console.log('read'); clearTimeout(timer); resolve(); });
});
config.catch(() => {}).finally(() => console.log('finished'));`,
    lines: ['read: poll', 'finished: microtask'],
    pairs: ['first-one-settles unknown'],
    says: /the `setTimeout` callback on line 3 \(200 ms\), which had not run by then/,
  },
  {
    name: 'a time limit of Promise.race that is cleared',
    code: `let timer;
const limit = new Promise((_, reject) => { timer = setTimeout(reject, 200); });
const stat = require('node:fs/promises').stat(__filename).then(() => console.log('stat'));
Promise.race([stat, limit]).finally(() => clearTimeout(timer)).then(() => console.log('done'), () => {});`,
    lines: ['stat: microtask', 'done: microtask'],
    pairs: ['first-one-settles unknown'],
  },
  {
    name: 'a time limit of Promise.race that is aborted',
    kind: 'mjs',
    code: `import { setTimeout as sleep } from 'node:timers/promises';
import fs from 'node:fs/promises';
const limit = new AbortController();
const stat = fs.stat('.').then(() => console.log('stat'));
await Promise.race([stat, sleep(200, 0, { signal: limit.signal }).catch(() => {})]);
limit.abort();
console.log('done');`,
    lines: ['stat: microtask', 'done: microtask'],
    pairs: ['first-one-settles unknown'],
  },
  {
    name: 'an event that is waited for no longer than a signal allows',
    code: `const { once, EventEmitter } = require('node:events');
const bus = new EventEmitter();
once(bus, 'loaded', { signal: AbortSignal.timeout(200) }).then(() => console.log('start'), () => {});
require('node:fs').stat(__filename, () => { console.log('loaded'); bus.emit('loaded'); });`,
    lines: ['loaded: poll', 'start: microtask'],
    pairs: ['first-one-settles unknown'],
  },
  {
    name: 'a time limit that is cleared by a timer which is due long before',
    code: `new Promise((done) => {
  setTimeout(() => { console.log('timer'); clearTimeout(limit); done(); }, 5);
  const limit = setTimeout(done, 1000);
}).then(() => console.log('done'));`,
    lines: ['timer: timers', 'done: microtask'],
    pairs: ['chain-waits certain'],
  },
];
