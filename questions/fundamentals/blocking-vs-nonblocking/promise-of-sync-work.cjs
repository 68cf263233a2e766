/* ---
title: Sync work in a promise
difficulty: devilish
teaches: Wrapping a Sync call in a promise only changes how you get the result; the work still runs on the main thread, immediately in the executor and as a microtask in then.
expect:
  - "wrapped: Sync work runs"
  - script ends
  - tick
  - "in then: Sync work runs"
  - "wrapped: result"
  - "in then: result"
  - immediate
--- */
const { createHash } = require('node:crypto');

function syncWork(label) {
  console.log(`${label}: Sync work runs`);
  return createHash('sha256').update(label).digest('hex');
}

setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));

Promise.resolve()
  .then(() => syncWork('in then'))
  .then(() => console.log('in then: result'));
new Promise((resolve) => resolve(syncWork('wrapped')))
  .then(() => console.log('wrapped: result'));
console.log('script ends');
