/* ---
title: Two concurrent requests, one log function
difficulty: medium
teaches: AsyncLocalStorage carries a value across awaits and timers, so a function deep in the call stack knows its request even while two are in flight.
expect:
  - 'A: reads the user'
  - 'B: reads the user'
  - 'B: responds'
  - 'A: responds'
  - 'no request: after both'
--- */
const { AsyncLocalStorage } = require('node:async_hooks');
const { setTimeout: wait } = require('node:timers/promises');

const current = new AsyncLocalStorage();
const log = (text) => console.log(`${current.getStore() ?? 'no request'}: ${text}`);

async function handle(ms) {
  log('reads the user');
  await wait(ms);
  log('responds');
}

const requests = [
  current.run('A', () => handle(200)),
  current.run('B', () => handle(50)),
];
Promise.all(requests).then(() => log('after both'));
