import type { Case } from './cases.ts';

// One operation takes no time, the other one is a timer that is far away: which of them is done first is not certain, and still
// the same in every run of a test.

/** Two lanes take three jobs, of which the second one takes long. */
const twoLanes: Pick<Case, 'lines' | 'pairs'> = {
  lines: [
    ...['start a: main', 'start b: main', 'done a: microtask', 'start c: microtask'],
    ...['done c: microtask', 'done b: microtask'],
  ],
  pairs: [
    ...['one-after-the-other certain', '[a-z-]+ certain', 'whoever-comes-first-takes unknown'],
    ...['[a-z-]+ certain', '[a-z-]+ unknown'],
  ],
};

/** What several callbacks take from one place, such as the next job: whichever comes first gets it. */
export const casesTaken: readonly Case[] = [
  {
    name: 'a limiter of callbacks: whoever is done first starts the next job',
    code: `const { stat } = require('node:fs');
class Queue {
  constructor(free) { this.free = free; this.jobs = []; }
  add(name, work) { this.jobs.push({ name, work }); this.pump(); }
  pump() {
    while (this.free > 0 && this.jobs.length > 0) {
      const { name, work } = this.jobs.shift();
      this.free--;
      console.log('start', name);
      work(() => { this.free++; console.log('end', name); this.pump(); });
    }
  }
}
const queue = new Queue(2);
queue.add('a', (done) => stat('.', done));
queue.add('b', (done) => setTimeout(done, 500));
queue.add('c', (done) => setTimeout(done, 1));`,
    lines: [
      ...['start a: main', 'start b: main', 'end a: poll', 'start c: poll'],
      ...['end c: timers', 'end b: timers'],
    ],
    pairs: [
      ...['one-after-the-other certain', 'script-first certain'],
      ...['whoever-comes-first-takes unknown', 'callback-first certain', '[a-z-]+ unknown'],
    ],
    apart: [[2, 4, 'whoever-comes-first-takes unknown']],
    says: /`fs\.stat` callback on line 15 took what comes next, such as the next job of a queue\. The `setTimeout` callback on line 16 \(500 ms\) takes from the same place/,
  },
  {
    name: 'a limiter of promises',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
function limiter(free) {
  const waiting = [];
  const next = () => { free++; waiting.shift()?.(); };
  return (work) => new Promise((resolve) => {
    const run = () => { free--; work().then(resolve).finally(next); };
    if (free > 0) run(); else waiting.push(run);
  });
}
const limit = limiter(2);
const job = (name, wait) => limit(async () => {
  console.log('start', name);
  await wait();
  console.log('end', name);
});
await Promise.all([job('a', () => stat('.')), job('b', () => sleep(500)), job('c', () => sleep(1))]);
console.log('all');`,
    lines: [
      ...['start a: main', 'start b: main', 'end a: microtask', 'start c: microtask'],
      ...['end c: microtask', 'end b: microtask', 'all: microtask'],
    ],
    pairs: [
      ...['one-after-the-other certain', '[a-z-]+ certain', 'whoever-comes-first-takes unknown'],
      ...['[a-z-]+ certain', '[a-z-]+ unknown', '[a-z-]+ certain'],
    ],
    apart: [[2, 4, 'whoever-comes-first-takes unknown']],
  },
  {
    name: 'lanes that take from one list, and what comes after all of them',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const jobs = [['a', () => stat('.')], ['b', () => sleep(500)], ['c', () => sleep(1)]];
async function lane() {
  let job;
  while ((job = jobs.shift())) {
    const [name, wait] = job;
    console.log('start', name);
    await wait();
    console.log('done', name);
  }
}
await Promise.all([lane(), lane()]);
console.log('all');`,
    lines: [
      ...['start a: main', 'start b: main', 'done a: microtask', 'start c: microtask'],
      ...['done c: microtask', 'done b: microtask', 'all: microtask'],
    ],
    pairs: [
      ...['one-after-the-other certain', '[a-z-]+ certain', 'whoever-comes-first-takes unknown'],
      ...['[a-z-]+ certain', '[a-z-]+ unknown', '[a-z-]+ certain'],
    ],
    apart: [
      [2, 4, 'whoever-comes-first-takes unknown'],
      [2, 6, '[a-z-]+ certain'],
    ],
  },
  {
    name: 'lanes that pause twice in a round: the next job is taken only at its end',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const jobs = [() => stat('.'), () => sleep(500)];
let next = 0;
async function lane(name) {
  while (next < 2) {
    const wait = jobs[next++];
    await wait();
    console.log('one', name);
    await null;
    console.log('two', name);
  }
}
await Promise.all([lane('a'), lane('b')]);`,
    lines: ['one a: microtask', 'two a: microtask', 'one b: microtask', 'two b: microtask'],
    pairs: ['await-lets-go certain', '[a-z-]+ unknown', 'await-lets-go certain'],
  },
  {
    name: 'lanes that take from lists of their own',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
async function lane(jobs) {
  while (jobs.length > 0) {
    const [name, wait] = jobs.shift();
    console.log('start', name);
    await wait();
    console.log('done', name);
  }
}
await Promise.all([
  lane([['a', () => stat('.')], ['c', () => sleep(1)]]),
  lane([['b', () => sleep(500)]]),
]);`,
    lines: [
      ...['start a: main', 'start b: main', 'done a: microtask', 'start c: microtask'],
      ...['done c: microtask', 'done b: microtask'],
    ],
    pairs: [
      ...['one-after-the-other certain', '[a-z-]+ certain', 'called-at-once certain'],
      ...['[a-z-]+ certain', '[a-z-]+ unknown'],
    ],
    apart: [[2, 4, '[a-z-]+ certain']],
  },
  {
    name: 'a list that is handed to several lanes',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
async function lane(jobs) {
  while (jobs.length > 0) {
    const [name, wait] = jobs.shift();
    console.log('start', name);
    await wait();
    console.log('done', name);
  }
}
const all = [['a', () => stat('.')], ['b', () => sleep(500)], ['c', () => sleep(1)]];
await Promise.all([lane(all), lane(all)]);`,
    ...twoLanes,
  },
  {
    name: 'an iterator that several lanes go through',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const jobs = [['a', () => stat('.')], ['b', () => sleep(500)], ['c', () => sleep(1)]].values();
async function lane() {
  for (const [name, wait] of jobs) {
    console.log('start', name);
    await wait();
    console.log('done', name);
  }
}
await Promise.all([lane(), lane()]);`,
    ...twoLanes,
  },
  {
    name: 'an operator of streams that works on two pieces at a time',
    kind: 'mjs',
    code: `import { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const waits = { a: () => stat('.'), b: () => sleep(500), c: () => sleep(1) };
await Readable.from(['a', 'b', 'c']).forEach(async (name) => {
  console.log('start', name);
  await waits[name]();
  console.log('done', name);
}, { concurrency: 2 });`,
    lines: [
      ...['start a: microtask', 'start b: microtask', 'done a: microtask', 'start c: microtask'],
      ...['done c: microtask', 'done b: microtask'],
    ],
    pairs: [
      ...['[a-z-]+ certain', '[a-z-]+ certain', 'whoever-comes-first-takes unknown'],
      ...['await-lets-go certain', '[a-z-]+ unknown'],
    ],
  },
  {
    name: 'a loop over an operator of streams that keeps the order of a list',
    kind: 'mjs',
    code: `import { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const waits = { a: () => stat('.'), b: () => sleep(500) };
const done = Readable.from(['a', 'b']).map(async (name) => {
  await waits[name]();
  return name;
}, { concurrency: 2 });
for await (const name of done) console.log('kept', name);`,
    lines: ['kept a: microtask', 'kept b: microtask'],
    pairs: ['await-lets-go certain'],
  },
  {
    name: 'a loop over an operator of streams, and the next piece that it works on',
    kind: 'mjs',
    code: `import { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const waits = { a: () => stat('.'), b: () => sleep(500), c: () => sleep(1) };
const names = ['a', 'b', 'c'];
for await (const name of Readable.from(names).filter(async (name) => {
  await waits[name]();
  console.log('checked', name);
  return true;
}, { concurrency: 2 })) console.log('kept', name);`,
    lines: [
      ...['checked a: microtask', 'kept a: microtask', 'checked c: microtask'],
      ...['checked b: microtask', 'kept b: microtask', 'kept c: microtask'],
    ],
    pairs: [
      ...['[a-z-]+ certain', 'whoever-comes-first-takes unknown', '[a-z-]+ unknown'],
      ...['[a-z-]+ certain', 'await-lets-go certain'],
    ],
  },
  {
    name: 'a loop over an operator of streams that is given what callbacks collected',
    kind: 'mjs',
    code: `import { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const names = [];
const collect = async (name, promise) => {
  await promise;
  names.push(name);
};
await Promise.all([collect('a', stat('.')), collect('b', sleep(500))]);
const done = Readable.from(names).map(async (name) => name, { concurrency: 2 });
for await (const name of done) console.log('kept', name);`,
    lines: ['kept a: microtask', 'kept b: microtask'],
    pairs: ['[a-z-]+ unknown'],
  },
  {
    name: 'a callback that is kept in a variable until a slot is free',
    code: `const { Writable } = require('node:stream');
const { stat } = require('node:fs');
const waits = { a: (done) => stat('.', done), b: (done) => setTimeout(done, 500), c: (done) => setTimeout(done, 1) };
let [open, waiting] = [0, undefined];
const writable = new Writable({
  objectMode: true,
  write(name, encoding, callback) {
    open++;
    console.log('open', name);
    waits[name](() => {
      console.log('done', name);
      open--;
      const next = waiting;
      waiting = undefined;
      if (next) next();
    });
    if (open < 2) callback(); else waiting = callback;
  },
});
for (const name of ['a', 'b', 'c']) writable.write(name);`,
    lines: [
      ...['open a: main', 'open b: main', 'done a: poll', 'open c: poll'],
      ...['done c: timers', 'done b: timers'],
    ],
    pairs: [
      ...['one-after-the-other certain', 'script-first certain'],
      ...['whoever-comes-first-takes unknown', 'callback-first certain', '[a-z-]+ unknown'],
    ],
  },
  {
    name: 'rounds of a loop that wait for the first of several promises',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const waits = { a: () => stat('.'), b: () => sleep(500), c: () => sleep(1) };
async function* limit(names) {
  const running = new Set();
  for (const name of names) {
    const one = work(name).then(() => { running.delete(one); return name; });
    running.add(one);
    if (running.size >= 2) yield await Promise.race(running);
  }
  while (running.size > 0) yield await Promise.race(running);
}
async function work(job) {
  console.log('begin', job);
  await waits[job]();
}
for await (const name of limit(['a', 'b', 'c'])) console.log('got', name);`,
    lines: [
      ...['begin a: main', 'begin b: main', 'got a: microtask', 'begin c: microtask'],
      ...['got c: microtask', 'got b: microtask'],
    ],
    pairs: [
      ...['one-after-the-other certain', '[a-z-]+ certain', 'round-takes-what-arrives unknown'],
      ...['[a-z-]+ certain', 'values-from-several unknown'],
    ],
  },
  {
    name: 'rounds of a loop that print two lines of what they take',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const running = new Map([['a', stat('.').then(() => 'a')], ['b', sleep(500).then(() => 'b')]]);
const handle = (text) => console.log('handled', text);
while (running.size > 0) {
  const name = await Promise.race(running.values());
  running.delete(name);
  console.log('got', name);
  handle(name);
}`,
    lines: ['got a: microtask', 'handled a: microtask', 'got b: microtask', 'handled b: microtask'],
    pairs: ['called-at-once certain', '[a-z-]+ unknown', 'called-at-once certain'],
  },
];
