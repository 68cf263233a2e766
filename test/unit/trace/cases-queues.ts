import { cjs, mjs } from './case.ts';

/** The nextTick queue and the microtask queue. */
export const queueCases = [
  cjs('a script alone', `console.log('a')\nconsole.log('b')`, [
    'a: main 1 api=script after=main turn=0',
    'b: main 2',
  ]),
  cjs(
    'all queues',
    `
setTimeout(() => console.log('timeout'), 20);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
queueMicrotask(() => console.log('microtask'));
console.log('sync');`,
    [
      'sync: main 5',
      'tick: nextTick 2 api=process.nextTick after=main site=2 by=script turn=0',
      'promise: microtask 3 api=then after=main site=3',
      'microtask: microtask 4 api=queueMicrotask after=main',
      'timeout: timers 1 api=setTimeout after=timers site=1 by=script',
    ],
  ),
  mjs(
    'all queues in a module',
    `
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
queueMicrotask(() => console.log('microtask'));
console.log('sync');`,
    [
      'sync: main 4 api=script',
      'promise: microtask 2 after=main by=script',
      'microtask: microtask 3 after=main',
      'tick: nextTick 1 after=main api=process.nextTick',
    ],
  ),
  cjs(
    'ticks that make ticks',
    `
process.nextTick(() => {
  console.log('outer');
  process.nextTick(() => console.log('inner'));
});
process.nextTick(() => console.log('second'));`,
    [
      'outer: nextTick 2 by=script',
      'second: nextTick 5 by=script',
      'inner: nextTick 3 by=process.nextTick after=main',
    ],
  ),
  cjs(
    'a tick made by a promise job',
    `
Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick'));
  console.log('first');
}).then(() => console.log('second'));`,
    ['first: microtask 3', 'second: microtask 4 by=script', 'tick: nextTick 2 by=then after=main'],
  ),
  cjs(
    'a promise job made by a tick',
    `
process.nextTick(() => Promise.resolve().then(() => console.log('promise')));
process.nextTick(() => console.log('tick'));`,
    ['tick: nextTick 2', 'promise: microtask 1 by=process.nextTick site=1'],
  ),
  cjs(
    'microtasks that make microtasks',
    `
queueMicrotask(() => {
  console.log('a');
  queueMicrotask(() => console.log('c'));
});
queueMicrotask(() => console.log('b'));`,
    ['a: microtask 2', 'b: microtask 5', 'c: microtask 3 by=queueMicrotask'],
  ),
  cjs(
    'arguments of a tick',
    `
process.nextTick(console.log, 'direct');`,
    ['direct: nextTick 1 api=process.nextTick site=1'],
  ),
  cjs(
    'microtasks between timers',
    `
setTimeout(() => {
  console.log('one');
  Promise.resolve().then(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
}, 1);
setTimeout(() => console.log('two'), 1);
const end = Date.now() + 10; while (Date.now() < end);`,
    [
      'one: timers 2 turn=1',
      'tick: nextTick 4 after=timers turn=1',
      'microtask: microtask 3 after=timers turn=1 by=setTimeout',
      'two: timers 6 turn=1',
    ],
  ),
  cjs(
    'microtasks between immediates',
    `
setImmediate(() => {
  console.log('one');
  queueMicrotask(() => console.log('microtask'));
});
setImmediate(() => console.log('two'));`,
    [
      'one: check 2 turn=1 api=setImmediate',
      'microtask: microtask 3 after=check turn=1',
      'two: check 5 turn=1',
    ],
  ),
  cjs(
    'functions called by the script',
    `
function inner() {
  console.log('inner');
}
[1].forEach(() => inner());
new Promise(() => console.log('executor'));`,
    ['inner: main 2', 'executor: main 5'],
  ),
  cjs(
    'writes that are no lines of their own',
    `
process.stdout.write('a');
process.nextTick(() => process.stdout.write('b\\nc'));
queueMicrotask(() => process.stdout.write('d'));`,
    ['ab: nextTick 2', 'cd: microtask 3'],
  ),
  cjs(
    'the callback of a write',
    `
process.stdout.write('text\\n', () => console.log('written'));
process.nextTick(() => console.log('tick'));`,
    ['text: main 1', 'written: nextTick 1 api=stream_write', 'tick: nextTick 2'],
  ),
  cjs(
    'stderr and groups',
    `
console.error('error');
console.group('group');
console.table([1]);
console.groupEnd();`,
    [
      'error: main 1',
      'group: main 2',
      '  ┌─────────┬────────┐: main 3',
      '  │ (index) │ Values │: main 3',
      '  ├─────────┼────────┤: main 3',
      '  │ 0       │ 1      │: main 3',
      '  └─────────┴────────┘: main 3',
    ],
  ),
];
