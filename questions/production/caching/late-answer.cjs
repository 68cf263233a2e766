/* ---
title: A result that arrives after its invalidation
difficulty: devilish
teaches: A read that began before the update may write its old value after the invalidation, and then the cache is wrong until the entry expires.
expect:
  - 'reader: miss, queries the database'
  - 'writer: database has 20'
  - 'writer: cache is cleared'
  - 'reader: caches 10'
  - 'database 20, cache 10'
--- */
const { setTimeout: wait } = require('node:timers/promises');
const database = { price: 10 };
const cache = new Map();

async function read() {
  console.log('reader: miss, queries the database');
  const value = database.price;
  await wait(200); // the result takes its time
  console.log(`reader: caches ${value}`);
  cache.set('price', value);
}

async function write(value) {
  database.price = value;
  console.log(`writer: database has ${value}`);
  await wait(50);
  cache.delete('price');
  console.log('writer: cache is cleared');
}

Promise.all([read(), write(20)]).then(() => {
  console.log(`database ${database.price}, cache ${cache.get('price')}`);
});
