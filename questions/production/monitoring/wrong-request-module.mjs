/* ---
title: The mixed-up queue, in an ES module
difficulty: devilish
teaches: The lines are the same as in CommonJS; the context follows calls and promises, and the module type plays no part in it.
twinOf: wrong-request
expect:
  - 'request A: has the connection'
  - 'request A: B was called back'
  - 'request C: C continues after await'
--- */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';

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
