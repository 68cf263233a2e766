/* ---
title: The classic, in an ES module
difficulty: hard
twinOf: four-way
teaches: In an ES module the tick and the microtask swap places; timeout versus immediate stays a race.
race: When the loop continues after the module's body, the timer's 1 ms has passed or it has not. The module type does not change that.
expect:
  - module body
  - promise job
  - tick
  - any: [timeout, immediate]
--- */
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise job'));
console.log('module body');
