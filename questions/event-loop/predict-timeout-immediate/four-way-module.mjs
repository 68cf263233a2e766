/* ---
title: The classic, in an ES module
difficulty: hard
twinOf: four-way
teaches: In an ES module tick and promise job change places; timeout against immediate stays a race.
race: When the loop turns on after the module's body, the timer's 1 ms has passed or it has not. The module type does not change that.
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
