/* ---
title: Two seconds that are not enough
difficulty: devilish
teaches: tick() fires timers synchronously, but the code behind an await continues in a microtask; the second timer is set after the tick and needs one more.
expect:
  - tick(2000) returned
  - first pause over
  - tick(1000) returned
  - second pause over
--- */
const { mock } = require('node:test');

process.removeAllListeners('warning'); // Node 20 and 22 call this API experimental
mock.timers.enable({ apis: ['setTimeout'] });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function work() {
  await pause(1000);
  console.log('first pause over');
  await pause(1000);
  console.log('second pause over');
}

async function test() {
  const done = work();
  mock.timers.tick(2000);
  console.log('tick(2000) returned');
  await Promise.resolve();
  mock.timers.tick(1000);
  console.log('tick(1000) returned');
  await done;
  mock.timers.reset();
}

test();
