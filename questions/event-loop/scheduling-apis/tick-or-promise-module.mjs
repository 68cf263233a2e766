/* ---
title: nextTick, a promise handler and queueMicrotask, in an ES module
difficulty: medium
twinOf: tick-or-promise
teaches: The body of an ES module runs inside a microtask, so the microtasks it adds belong to the same run and precede the ticks.
expect:
  - module body
  - promise job
  - microtask
  - tick
--- */
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise job'));
queueMicrotask(() => console.log('microtask'));
console.log('module body');
