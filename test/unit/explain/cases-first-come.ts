import type { Case } from './cases.ts';

/** What only the first, or the last, of several callbacks does; and what loops go through that such callbacks filled. */
export const casesOfFirstCome: readonly Case[] = [
  {
    name: 'whichever of two async functions comes first aborts',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const controller = new AbortController();
controller.signal.addEventListener('abort', () => console.log('abort'));
const contest = async (name, promise) => {
  await promise;
  console.log(name);
  controller.abort();
};
await Promise.all([contest('stat', stat('.')), contest('sleep', sleep(500))]);`,
    lines: ['stat: microtask', 'abort: microtask', 'sleep: microtask'],
    pairs: ['whoever-comes-first-prints unknown', '[a-z-]+ unknown'],
  },
  {
    name: 'whichever of two async functions comes first opens what both need',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
let opened;
const open = async () => console.log('opening');
const need = () => (opened ??= open());
const request = async (name, promise) => {
  await promise;
  console.log(name);
  await need();
};
await Promise.all([request('stat', stat('.')), request('sleep', sleep(500))]);`,
    lines: ['stat: microtask', 'opening: microtask', 'sleep: microtask'],
    pairs: ['whoever-comes-first-prints unknown', '[a-z-]+ unknown'],
  },
  {
    name: 'a signal of which either of two others is enough',
    kind: 'mjs',
    code: `import { stat } from 'node:fs';
const [one, other] = [new AbortController(), new AbortController()];
const either = AbortSignal.any([one.signal, other.signal]);
either.addEventListener('abort', () => console.log('either'));
stat('.', () => {
  console.log('stat');
  one.abort();
});
setTimeout(() => {
  console.log('timer');
  other.abort();
}, 500);`,
    majors: ['22', '24', '26'],
    lines: ['stat: poll', 'either: poll', 'timer: timers'],
    pairs: ['whoever-comes-first-prints unknown', '[a-z-]+ unknown'],
  },
  {
    name: 'what the last of several async functions prints',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
let left = 2;
const arrive = async (name, promise) => {
  await promise;
  console.log(name);
  if (--left === 0) finish();
};
const finish = () => console.log('all');
await Promise.all([arrive('stat', stat('.')), arrive('sleep', sleep(500))]);`,
    lines: ['stat: microtask', 'sleep: microtask', 'all: microtask'],
    pairs: ['[a-z-]+ unknown', 'one-after-the-other certain'],
    apart: [[0, 2, '[a-z-]+ (unknown|certain)']],
  },
  {
    name: 'a loop with a pause over what callbacks collected',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const names = [];
await Promise.all([stat('.').then(() => names.push('a')), sleep(500).then(() => names.push('b'))]);
for (const name of names) {
  await null;
  console.log('saved', name);
}`,
    lines: ['saved a: microtask', 'saved b: microtask'],
    pairs: ['values-left-by-several unknown'],
    says: /Both lines print something of `names`, which the `then` callback on line 4 \(column 30\)/,
  },
  {
    name: 'a loop with a pause that hands what callbacks collected to a function',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const names = [];
const note = async (name, promise) => {
  await promise;
  names.push(name);
};
async function save(name) {
  await null;
  console.log('saved', name);
}
await Promise.all([note('a', stat('.')), note('b', sleep(500))]);
for (const name of names) await save(name);`,
    lines: ['saved a: microtask', 'saved b: microtask'],
    pairs: ['values-left-by-several unknown'],
  },
  {
    name: 'a loop with a pause over a list that is written in the program',
    kind: 'mjs',
    code: `import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
const names = ['a', 'b'];
const note = async (promise) => {
  await promise;
};
async function save(name) {
  await null;
  console.log('saved', name);
}
await Promise.all([note(stat('.')), note(sleep(500))]);
for (const name of names) await save(name);`,
    lines: ['saved a: microtask', 'saved b: microtask'],
    pairs: ['[a-z-]+ certain'],
  },
  {
    name: 'the callbacks that a function makes fill a list',
    code: `const { stat } = require('node:fs');
const names = [];
const note = (name) => () => {
  names.push(name);
  if (names.length === 2) work();
};
function work() {
  const name = names.shift();
  if (!name) return;
  console.log('work on', name);
  setImmediate(work);
}
stat('.', note('a'));
setTimeout(note('b'), 500);`,
    lines: ['work on a: timers', 'work on b: check'],
    pairs: ['values-left-by-several unknown'],
  },
];
