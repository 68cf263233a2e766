/* ---
title: On which thread does the callback run?
difficulty: easy
teaches: The thread pool only does the work; your callback always runs on the one thread that runs your JavaScript.
expect:
  - hash requested
  - script ends
  - promise job
  - "callback on the main thread: true"
--- */
const { scrypt } = require('node:crypto');
const { isMainThread } = require('node:worker_threads');

scrypt('secret', 'salt', 32, () => {
  console.log(`callback on the main thread: ${isMainThread}`);
});
console.log('hash requested');
Promise.resolve().then(() => console.log('promise job'));
console.log('script ends');
