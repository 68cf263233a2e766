/* ---
title: Three requests, one empty cache
difficulty: easy
teaches: Between the lookup and the write to the cache there is an await, so all requests that arrive meanwhile miss too and load the same thing.
expect:
  - load 1
  - load 2
  - load 3
  - 'results: 1, 2, 3'
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

Promise.all([get('home'), get('home'), get('home')]).then((results) => {
  console.log(`results: ${results.join(', ')}`);
  console.log(`cached: ${cache.get('home')}`);
});
