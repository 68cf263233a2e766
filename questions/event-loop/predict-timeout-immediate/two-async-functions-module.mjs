/* ---
title: The interview classic as an ES module
difficulty: hard
twinOf: two-async-functions
teaches: The body of an ES module runs inside a microtask, so the tick has to wait until all microtasks have run.
expect:
  - script starts
  - first starts
  - second
  - executor
  - script ends
  - first continues
  - then
  - tick
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
