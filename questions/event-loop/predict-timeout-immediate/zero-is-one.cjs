/* ---
title: 1 ms, then 0 ms
difficulty: medium
teaches: A delay of 0 becomes 1 ms, and timers with the same delay run in the order in which they were created.
expect:
  - one millisecond
  - zero milliseconds
  - half a millisecond
--- */
setTimeout(() => console.log('one millisecond'), 1);
setTimeout(() => console.log('zero milliseconds'), 0);
setTimeout(() => console.log('half a millisecond'), 0.5);
