/* ---
title: One request left, two arrive
difficulty: hard
teaches: Between reading a counter and writing it back other requests read the same value; an atomic increment gives each of them a different value.
expect:
  - "a reads 9"
  - "b reads 9"
  - a passes as number 10
  - b passes as number 10
  - c increments to 10
  - d increments to 11
  - c passes
  - "d: 429"
--- */
const { setImmediate: roundTrip } = require('node:timers/promises');

const limit = 10;
const store = new Map([
  ['readWrite', 9],
  ['atomic', 9],
]);

// Each command is one step in Redis, and one round trip for us.
const redis = {
  async get(key) {
    const value = store.get(key);
    await roundTrip();
    return value;
  },
  async set(key, value) {
    store.set(key, value);
    await roundTrip();
  },
  async incr(key) {
    const value = store.get(key) + 1;
    store.set(key, value);
    await roundTrip();
    return value;
  },
};

async function readThenWrite(name) {
  const count = await redis.get('readWrite');
  console.log(`${name} reads ${count}`);
  if (count >= limit) return console.log(`${name}: 429`);
  await redis.set('readWrite', count + 1);
  console.log(`${name} passes as number ${count + 1}`);
}

async function increment(name) {
  const count = await redis.incr('atomic');
  console.log(`${name} increments to ${count}`);
  await roundTrip();
  console.log(count > limit ? `${name}: 429` : `${name} passes`);
}

async function main() {
  await Promise.all([readThenWrite('a'), readThenWrite('b')]);
  await Promise.all([increment('c'), increment('d')]);
}

main();
