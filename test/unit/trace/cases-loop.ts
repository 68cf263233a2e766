import { cjs, mjs } from './case.ts';

/** Timers, immediates and turns of the loop. */
export const loopCases = [
  cjs(
    'timers by their delay',
    `
setTimeout(() => console.log('b'), 40);
setTimeout(() => console.log('a'), 5);`,
    ['a: timers 2 site=2', 'b: timers 1 site=1'],
  ),
  cjs(
    'an immediate in an immediate',
    `
setImmediate(() => {
  console.log('first');
  setImmediate(() => console.log('second'));
});`,
    ['first: check 2 turn=1', 'second: check 3 turn=2 by=setImmediate'],
  ),
  cjs(
    'a timer in a timer',
    `
setTimeout(() => {
  console.log('outer');
  setTimeout(() => console.log('inner'), 5);
}, 5);`,
    ['outer: timers 2', 'inner: timers 3 by=setTimeout site=3'],
  ),
  cjs(
    'an interval',
    `
let count = 0;
const interval = setInterval(() => {
  console.log(++count);
  if (count === 2) clearInterval(interval);
}, 5);`,
    ['1: timers 3 api=setInterval site=2', '2: timers 3 api=setInterval site=2'],
  ),
  cjs(
    'an immediate in a timer',
    `
setTimeout(() => {
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timeout'), 30);
}, 5);`,
    ['immediate: check 2 by=setTimeout', 'timeout: timers 3 by=setTimeout'],
  ),
  cjs(
    'an immediate after reading',
    `
require('node:fs').stat(__filename, () => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
});`,
    ['immediate: check 3 by=fs.stat', 'timeout: timers 2 by=fs.stat'],
  ),
  cjs(
    'a cleared timer',
    `
const timer = setTimeout(() => console.log('never'), 5);
clearTimeout(timer);
setTimeout(() => console.log('end'), 30);`,
    ['end: timers 3'],
  ),
  cjs(
    'a refreshed timer',
    `
const timer = setTimeout(() => console.log('once'), 10);
timer.refresh();`,
    ['once: timers 1'],
  ),
  cjs(
    'a function as the argument of a timer',
    `
setImmediate(console.log, 'at once');
setImmediate(() => setTimeout(console.log, 1, 'direct'));`,
    ['at once: check 1', 'direct: timers 2'],
  ),
  mjs(
    'timers/promises',
    `
import { setTimeout, setImmediate, setInterval } from 'node:timers/promises';
await setImmediate();
console.log('immediate');
await setTimeout(5).then(() => console.log('timeout'));
let left = 2;
for await (const _ of setInterval(5)) {
  console.log('interval');
  if (--left === 0) break;
}`,
    [
      'immediate: microtask 3 after=check api=await',
      'timeout: microtask 4 after=timers api=then',
      'interval: microtask 7 after=timers',
      'interval: microtask 7 after=timers',
    ],
  ),
  cjs(
    'AbortSignal.timeout',
    `
AbortSignal.timeout(10).addEventListener('abort', () => console.log('abort'));
setTimeout(() => {}, 40);`,
    ['abort: timers 1 api=AbortSignal.timeout'],
  ),
  cjs(
    'aborting is synchronous',
    `
const controller = new AbortController();
controller.signal.addEventListener('abort', () => console.log('abort'));
setTimeout(() => { controller.abort(); console.log('after'); }, 5);`,
    ['abort: timers 2 api=setTimeout', 'after: timers 3'],
  ),
  cjs(
    'an aborted wait',
    `
const { setTimeout: sleep } = require('node:timers/promises');
const controller = new AbortController();
sleep(1000, null, { signal: controller.signal }).catch((error) => console.log(error.name));
setImmediate(() => controller.abort());`,
    ['AbortError: microtask 3 after=check'],
  ),
  cjs(
    'emitters are synchronous',
    `
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
emitter.on('event', () => console.log('listener'));
setImmediate(() => { emitter.emit('event'); console.log('after'); });`,
    ['listener: check 3 api=setImmediate', 'after: check 4'],
  ),
  cjs(
    'events.once',
    `
const { EventEmitter, once } = require('node:events');
const emitter = new EventEmitter();
once(emitter, 'event').then(() => console.log('promise'));
emitter.on('event', () => console.log('listener'));
setImmediate(() => emitter.emit('event'));`,
    ['listener: check 4', 'promise: microtask 3 after=check'],
  ),
  cjs(
    'an EventTarget',
    `
const target = new EventTarget();
target.addEventListener('x', () => console.log('listener'));
queueMicrotask(() => target.dispatchEvent(new Event('x')));`,
    ['listener: microtask 2 api=queueMicrotask'],
  ),
  cjs(
    'an AsyncResource that runs inside',
    `
const { AsyncResource } = require('node:async_hooks');
const resource = new AsyncResource('Mine');
setImmediate(() => resource.runInAsyncScope(() => console.log('inside')));
resource.runInAsyncScope(() => console.log('in the script'));
console.log('sync');`,
    [
      'in the script: main 4 inside=script',
      'sync: main 5 inside=-',
      'inside: check 3 inside=setImmediate turn=1',
    ],
  ),
  cjs(
    'AsyncLocalStorage',
    `
const { AsyncLocalStorage } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
storage.run('store', () => {
  setImmediate(() => console.log(storage.getStore()));
  Promise.resolve().then(() => console.log('then', storage.getStore()));
});`,
    ['then store: microtask 5', 'store: check 4'],
  ),
  cjs(
    'a late timer',
    `
setTimeout(() => console.log('timeout'), 5);
setImmediate(() => console.log('immediate'));
const end = Date.now() + 20; while (Date.now() < end);`,
    ['timeout: timers 1 turn=1', 'immediate: check 2 turn=1'],
  ),
];
