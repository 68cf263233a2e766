/* ---
title: The interview classic with two async functions
difficulty: hard
teaches: Executors and the start of an async function run synchronously; then ticks run, then microtasks in the order in which they were queued, and the timer last.
expect:
  - script starts
  - first starts
  - second
  - executor
  - script ends
  - tick
  - first continues
  - then
  - timeout
--- */
async function first() {
  console.log('first starts');
  await second();
  console.log('first continues');
}

async function second() {
  console.log('second');
}

console.log('script starts');
setTimeout(() => console.log('timeout'), 0);
first();
new Promise((resolve) => {
  console.log('executor');
  resolve();
}).then(() => console.log('then'));
process.nextTick(() => console.log('tick'));
console.log('script ends');
