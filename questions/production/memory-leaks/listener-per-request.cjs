/* ---
title: A listener for every request
difficulty: easy
teaches: A listener that is added per request and never removed stays, along with everything its closure holds, and runs for every later event.
expect:
  - 3 requests served
  - 'new price for request 1'
  - 'new price for request 2'
  - 'new price for request 3'
  - 3 listeners are left
--- */
const { EventEmitter } = require('node:events');
const prices = new EventEmitter(); // lives as long as the process

function answer(request) {
  prices.on('change', () => console.log(`new price for request ${request.id}`));
  return 'ok';
}

for (let id = 1; id <= 3; id++) answer({ id, body: Buffer.alloc(100_000) });
console.log('3 requests served');
prices.emit('change');
console.log(`${prices.listenerCount('change')} listeners are left`);
