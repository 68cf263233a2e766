/* ---
title: The same idempotency key, twice at the same time
difficulty: hard
teaches: Between looking up a key and storing its response there is an await, and the second request slips in there; reserve the key before you wait.
expect:
  - "lookup then store: charge 1"
  - "lookup then store: charge 2"
  - both got a response
  - "reserve first: charge 3"
  - both got receipt 3
--- */
const { setTimeout: sleep } = require('node:timers/promises');

let charges = 0;
async function charge(how) {
  charges += 1;
  const receipt = `receipt ${charges}`;
  console.log(`${how}: charge ${charges}`);
  await sleep(20);
  return receipt;
}

const stored = new Map();
async function pay(key) {
  if (!stored.has(key)) stored.set(key, await charge('lookup then store'));
  return stored.get(key);
}

const reserved = new Map();
function payOnce(key) {
  if (!reserved.has(key)) reserved.set(key, charge('reserve first'));
  return reserved.get(key);
}

async function main() {
  await Promise.all([pay('order 7'), pay('order 7')]);
  console.log('both got a response');
  const [one, two] = await Promise.all([payOnce('order 7'), payOnce('order 7')]);
  console.log(one === two ? `both got ${one}` : 'two receipts');
}

main();
