import { cjs, mjs } from './case.ts';

/** Promises, async functions and generators. */
export const promiseCases = [
  cjs(
    'a chain',
    `
Promise.resolve(1)
  .then(() => console.log('a'))
  .catch(() => console.log('never'))
  .finally(() => console.log('b'))
  .then(() => console.log('c'));`,
    ['a: microtask 2 api=then', 'b: microtask 4 api=finally', 'c: microtask 5 api=then by=script'],
  ),
  cjs(
    'a rejected chain',
    `
Promise.reject(new Error('x'))
  .then(() => console.log('never'))
  .catch((error) => console.log(error.message));`,
    ['x: microtask 3 api=catch'],
  ),
  cjs(
    'a handler that is console.log itself',
    `
Promise.resolve('direct').then(console.log);`,
    ['direct: microtask 1 api=then site=1'],
  ),
  cjs(
    'a promise that a timer settles',
    `
new Promise((resolve) => setTimeout(resolve, 5)).then(() => console.log('done'));`,
    ['done: microtask 1 api=then after=timers by=script'],
  ),
  cjs(
    'await of a settled promise',
    `
async function f() {
  console.log('starts');
  await Promise.resolve();
  console.log('goes on');
}
f();
console.log('sync');`,
    [
      'starts: main 2',
      'sync: main 7',
      'goes on: microtask 4 api=await site=3 after=main by=script',
    ],
  ),
  cjs(
    'await of a plain value',
    `
(async () => {
  await 1;
  console.log('a');
  await 2;
  console.log('b');
})();`,
    ['a: microtask 3 api=await site=2', 'b: microtask 5 api=await site=4 by=await'],
  ),
  cjs(
    'await of a thenable',
    `
(async () => {
  await { then(resolve) { console.log('then'); resolve(); } };
  console.log('after');
})();
queueMicrotask(() => console.log('microtask'));`,
    [
      'then: microtask 2 api=thenable',
      'microtask: microtask 5',
      'after: microtask 3 api=await site=2 by=script',
    ],
  ),
  cjs(
    'await of a pending promise',
    `
(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  console.log('after');
})();`,
    ['after: microtask 3 api=await after=check turn=1 site=2'],
  ),
  cjs(
    'await of a rejected promise',
    `
(async () => {
  try { await Promise.reject(new Error('no')); } catch (error) { console.log(error.message); }
})();`,
    ['no: microtask 2 api=await'],
  ),
  cjs(
    'an async function called by another',
    `
async function inner() { await null; console.log('inner'); }
async function outer() { await inner(); console.log('outer'); }
outer().then(() => console.log('done'));`,
    [
      'inner: microtask 1 api=await site=1',
      'outer: microtask 2 api=await site=2',
      'done: microtask 3 api=then site=3',
    ],
  ),
  cjs(
    'a promise that resolves with a promise',
    `
const inner = Promise.resolve();
new Promise((resolve) => resolve(inner)).then(() => console.log('late'));
inner.then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));`,
    ['1: microtask 3', '2: microtask 3', 'late: microtask 2 api=then', '3: microtask 3'],
  ),
  cjs(
    'a handler that returns a promise',
    `
Promise.resolve().then(() => Promise.resolve()).then(() => console.log('late'));
Promise.resolve().then(() => 1).then(() => 2).then(() => console.log('early'));`,
    ['early: microtask 2', 'late: microtask 1 api=then'],
  ),
  cjs(
    'combinators',
    `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
Promise.all([wait(5), 1]).then(() => console.log('all'));
Promise.race([wait(30), wait(60)]).then(() => console.log('race'));
Promise.any([wait(90), Promise.reject()]).then(() => console.log('any'));
Promise.allSettled([wait(120)]).then(() => console.log('settled'));`,
    [
      'all: microtask 2 api=then after=timers',
      'race: microtask 3 after=timers',
      'any: microtask 4 after=timers',
      'settled: microtask 5 after=timers',
    ],
  ),
  cjs(
    'Promise.withResolvers and a class of its own',
    `
class Mine extends Promise {}
let settle;
const mine = new Mine((resolve) => { settle = resolve; });
mine.then(() => console.log('mine'));
process.nextTick(() => settle());`,
    ['mine: microtask 4 after=main'],
  ),
  cjs(
    'an async generator',
    `
async function* numbers() {
  console.log('starts');
  yield 1;
  console.log('between');
  yield 2;
}
(async () => {
  for await (const number of numbers()) console.log(number);
  console.log('end');
})();
console.log('sync');`,
    [
      'starts: main 2',
      'sync: main 11',
      '1: microtask 8 after=main',
      'between: microtask 4',
      '2: microtask 8',
      'end: microtask 9',
    ],
  ),
  cjs(
    'a generator is synchronous',
    `
function* numbers() { console.log('starts'); yield 1; console.log('ends'); }
for (const number of numbers()) console.log(number);`,
    ['starts: main 1', '1: main 2', 'ends: main 1'],
  ),
  cjs(
    'for await over an array',
    `
(async () => {
  for await (const value of ['a', 'b']) console.log(value);
})();`,
    ['a: microtask 2', 'b: microtask 2'],
  ),
  mjs(
    'top-level await',
    `
console.log('body');
process.nextTick(() => console.log('tick'));
await null;
console.log('goes on');
await new Promise((resolve) => setTimeout(resolve, 5));
console.log('later');`,
    [
      'body: main 1',
      'goes on: microtask 4 api=await site=3 after=main by=script',
      'tick: nextTick 2 after=main',
      'later: microtask 6 api=await site=5 after=timers',
    ],
  ),
  mjs(
    'a module whose first statement waits',
    `
await null;
console.log('after');
setImmediate(() => console.log('immediate'));`,
    ['after: microtask 2 api=await site=1 by=script', 'immediate: check 3 by=await turn=1'],
  ),
  mjs(
    'a module that imports',
    `
import { setTimeout as sleep } from 'node:timers/promises';
console.log('body');
await sleep(5);
console.log('slept');
const { default: path } = await import('node:path');
console.log(path.sep);`,
    ['body: main 2', 'slept: microtask 4 api=await after=timers site=3', '/: microtask 6 site=5'],
  ),
  cjs(
    'an async function that throws',
    `
async function f() { throw new Error('no'); }
f().catch((error) => console.log(error.message));
console.log('sync');`,
    ['sync: main 3', 'no: microtask 2 api=catch'],
  ),
  cjs(
    'a promisified function',
    `
const { promisify } = require('node:util');
promisify(setTimeout)(5).then(() => console.log('slept'));
promisify((done) => done(null, 1))().then((value) => console.log(value));`,
    ['1: microtask 3 after=main', 'slept: microtask 2 after=timers'],
  ),
];
