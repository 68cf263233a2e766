/* ---
title: Three requests, one empty cache
difficulty: easy
teaches: Between the look into the cache and the write to it lies an await, so all requests that come meanwhile miss too and load the same thing.
expect:
  - load 1
  - load 2
  - load 3
  - 'answers: 1, 2, 3'
  - 'cached: 3'
--- */
const { setTimeout: wait } = require('node:timers/promises');
const cache = new Map();
let loads = 0;

async function load() {
  const number = ++loads;
  console.log(`load ${number}`);
  await wait(50);
  return number;
}

async function get(key) {
  if (cache.has(key)) return cache.get(key);
  const value = await load();
  cache.set(key, value);
  return value;
}

Promise.all([get('home'), get('home'), get('home')]).then((answers) => {
  console.log(`answers: ${answers.join(', ')}`);
  console.log(`cached: ${cache.get('home')}`);
});
