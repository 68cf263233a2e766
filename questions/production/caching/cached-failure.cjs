/* ---
title: A failure that stays in the cache
difficulty: hard
teaches: A cached promise may be a rejected one; unless it is removed, one short failure is served to every later request.
expect:
  - 'load 1'
  - 'first: database is down'
  - 'second: database is down'
  - 'load 2'
  - 'third: data'
--- */
const cache = new Map();
let loads = 0;

async function load() {
  console.log(`load ${++loads}`);
  if (loads === 1) throw new Error('database is down');
  return 'data';
}
function get(key) {
  if (!cache.has(key)) cache.set(key, load());
  return cache.get(key);
}
function getOrForget(key) {
  return get(key).catch((error) => {
    cache.delete(key);
    throw error;
  });
}

async function main() {
  for (const [name, read] of [['first', get], ['second', getOrForget], ['third', get]]) {
    const text = await read('home').catch((error) => error.message);
    console.log(`${name}: ${text}`);
  }
}
main();
