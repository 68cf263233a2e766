/* ---
title: Started early, awaited late, in an ES module
difficulty: hard
twinOf: awaited-too-late
teaches: Top-level await changes nothing; while the module waits for one promise, the other one fails without a handler, as in CommonJS.
expect:
  - both are started
  - uncaught: "Error: no orders"
  - exit: 1
decoys:
  - 'user: Ada'
  - 'caught: no orders'
--- */
import { setTimeout as sleep } from 'node:timers/promises';

async function loadOrders() {
  await sleep(50);
  throw new Error('no orders');
}

const user = sleep(250, 'Ada');
const orders = loadOrders();
console.log('both are started');
try {
  console.log(`user: ${await user}`);
  console.log(`orders: ${await orders}`);
} catch (error) {
  console.log(`caught: ${error.message}`);
}
