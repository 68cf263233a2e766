/* ---
title: One call in the list throws synchronously
difficulty: devilish
teaches: When a call throws while the list is being built, Promise.all is never called, and the promises created before that have no handler.
expect:
  - "caught: bad id"
  - uncaught: "Error: no connection"
  - exit: 1
decoys:
  - 'caught: no connection'
  - uncaught: 'Error: bad id'
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function loadUser() {
  await sleep(50);
  throw new Error('no connection');
}

function loadOrders(id) {
  if (id === undefined) throw new Error('bad id'); // not an async function
  return sleep(50, []);
}

async function main() {
  try {
    await Promise.all([loadUser(1), loadOrders(undefined)]);
  } catch (error) {
    console.log(`caught: ${error.message}`);
  }
}

main();
