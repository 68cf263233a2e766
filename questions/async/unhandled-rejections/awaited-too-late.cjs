/* ---
title: Started early, awaited late
difficulty: hard
teaches: A promise that fails while you await another one has no handler yet; the await that would have caught it is too late.
expect:
  - both are started
  - uncaught: "Error: no orders"
  - exit: 1
decoys:
  - 'user: Ada'
  - 'caught: no orders'
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function loadOrders() {
  await sleep(50);
  throw new Error('no orders');
}

async function main() {
  const user = sleep(250, 'Ada');
  const orders = loadOrders();
  console.log('both are started');
  try {
    console.log(`user: ${await user}`);
    console.log(`orders: ${await orders}`);
  } catch (error) {
    console.log(`caught: ${error.message}`);
  }
}

main();
