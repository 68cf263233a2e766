/* ---
title: One promise for everyone who waits
difficulty: medium
teaches: When the promise itself is stored before anybody awaits, later callers find it, and one load serves them all.
expect:
  - load 1
  - same promise
  - 'results: 1, 1, 1'
  - load 2
  - 'later: 2'
--- */
const { setTimeout: wait } = require('node:timers/promises');
const running = new Map();
let loads = 0;

async function load() {
  const number = ++loads;
  console.log(`load ${number}`);
  await wait(50);
  return number;
}

function get(key) {
  let promise = running.get(key);
  if (!promise) {
    promise = load(key).finally(() => running.delete(key));
    running.set(key, promise);
  }
  return promise;
}

const all = [get('home'), get('home'), get('home')];
console.log(all[0] === all[2] ? 'same promise' : 'other promise');
Promise.all(all).then(async (results) => {
  console.log(`results: ${results.join(', ')}`);
  console.log(`later: ${await get('home')}`);
});
