/* ---
title: A queue that mixes up the requests
difficulty: devilish
teaches: A callback that a queue stores and calls later runs in the context of the request that frees the slot; a caller that awaits a promise keeps its own.
expect:
  - 'request A: has the connection'
  - 'request A: B was called back'
  - 'request C: C continues after await'
--- */
const { AsyncLocalStorage } = require('node:async_hooks');
const { setTimeout: wait } = require('node:timers/promises');

const current = new AsyncLocalStorage();
const log = (text) => console.log(`request ${current.getStore()}: ${text}`);

const waiting = [];
let free = true;
function acquire(callback) {
  if (free) {
    free = false;
    callback();
  } else waiting.push(callback);
}
const release = () => (waiting.length > 0 ? waiting.shift()() : (free = true));

current.run('A', () => acquire(async () => {
  log('has the connection');
  await wait(50);
  release();
}));
current.run('B', () => acquire(() => {
  log('B was called back');
  release();
}));
current.run('C', async () => {
  await new Promise((resolve) => acquire(resolve));
  log('C continues after await');
});
