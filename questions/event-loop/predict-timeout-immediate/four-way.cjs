/* ---
title: The classic, in CommonJS
difficulty: medium
teaches: Script, ticks and microtasks have a fixed order; timeout versus immediate at top level has none.
race: When the loop starts, the timer's 1 ms has passed or it has not. If it has, the timers run before the first check phase; if not, the immediate is first.
expect:
  - script
  - tick
  - promise job
  - any: [timeout, immediate]
--- */
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise job'));
console.log('script');
