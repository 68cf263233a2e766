/* ---
title: Two timers that are due together
difficulty: medium
teaches: The nextTick queue and the microtasks are drained after every single callback, not once per phase.
expect:
  - first timer
  - tick of the first timer
  - promise job of the first timer
  - second timer
--- */
setTimeout(() => {
  console.log('first timer');
  Promise.resolve().then(() => console.log('promise job of the first timer'));
  process.nextTick(() => console.log('tick of the first timer'));
}, 0);
setTimeout(() => console.log('second timer'), 0);
