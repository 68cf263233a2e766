/* ---
title: A timer that throws
difficulty: hard
teaches: An error that nobody catches crashes the process immediately; what was scheduled, ticks and microtasks included, never runs.
expect:
  - script ends
  - first timer
  - uncaught: "Error: the first timer failed"
  - exit: 1
--- */
setTimeout(() => {
  console.log('first timer');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise job'));
  throw new Error('the first timer failed');
}, 0);
setTimeout(() => console.log('second timer'), 0);
console.log('script ends');
