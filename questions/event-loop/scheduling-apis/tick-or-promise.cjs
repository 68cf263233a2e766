/* ---
title: nextTick, a promise handler and queueMicrotask, in CommonJS
difficulty: easy
teaches: In CommonJS the nextTick queue is drained before the microtasks; queueMicrotask shares its queue with promise handlers.
expect:
  - script
  - tick
  - promise job
  - microtask
--- */
Promise.resolve().then(() => console.log('promise job'));
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('script');
