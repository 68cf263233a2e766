/* ---
title: Saved, and not there yet
difficulty: medium
teaches: A replica applies a write later than the primary does, so whoever reads it right after writing may see the old value; reading your own writes from the primary helps.
expect:
  - saved
  - "replica: old name"
  - "primary: new name"
  - "replica, later: new name"
--- */
const { setTimeout: wait } = require('node:timers/promises');

const primary = new Map([['name', 'old name']]);
const replica = new Map(primary);
const lag = 50;

async function write(key, value) {
  primary.set(key, value);
  setTimeout(() => replica.set(key, value), lag);
}

async function main() {
  await write('name', 'new name');
  console.log('saved');
  console.log(`replica: ${replica.get('name')}`);
  console.log(`primary: ${primary.get('name')}`);
  await wait(2 * lag);
  console.log(`replica, later: ${replica.get('name')}`);
}

main();
