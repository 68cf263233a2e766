/* ---
title: A timer of 10 ms behind 100 ms of work
difficulty: easy
teaches: A delay is a minimum, not a promise; a timer runs when the main thread is free again.
expect:
  - work is done
  - "timer ran on time: false"
--- */
const start = Date.now();
setTimeout(() => {
  const waited = Date.now() - start;
  console.log(`timer ran on time: ${waited < 50}`);
}, 10);

while (Date.now() - start < 100);
console.log('work is done');
