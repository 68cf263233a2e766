/* ---
title: A catch that is added too late
difficulty: devilish
teaches: Node looks for rejections without a handler once the nextTick and microtask queues are empty; a handler that is added in a later phase is too late.
expect:
  - script ends
  - still in time
  - uncaught: "Error: nobody asked"
  - exit: 1
--- */
const asked = Promise.reject(new Error('somebody asked'));
const forgotten = Promise.reject(new Error('nobody asked'));

process.nextTick(() => asked.catch(() => console.log('still in time')));
setImmediate(() => forgotten.catch(() => console.log('too late')));
console.log('script ends');
