/* ---
title: Two seconds in one tick
difficulty: hard
teaches: With mocked timers time passes only when the test says so; callbacks run inside tick(), in the order they are due, and a mocked Date shows the end of the tick to all of them.
expect:
  - "999 ms: nothing yet"
  - due at 1000, clock 1000
  - "1000 ms: done"
  - due at 1200, clock 3000
  - due at 1500, clock 3000
  - "3000 ms: done"
--- */
const { mock } = require('node:test');

process.removeAllListeners('warning'); // Node 20 and 22 call this API experimental
mock.timers.enable({ apis: ['setTimeout', 'Date'] });

setTimeout(() => console.log(`due at 1500, clock ${Date.now()}`), 1500);
setTimeout(() => console.log(`due at 1000, clock ${Date.now()}`), 1000);
setTimeout(() => console.log(`due at 1200, clock ${Date.now()}`), 1200);

mock.timers.tick(999);
console.log('999 ms: nothing yet');
mock.timers.tick(1);
console.log('1000 ms: done');
mock.timers.tick(2000);
console.log('3000 ms: done');

mock.timers.reset();
