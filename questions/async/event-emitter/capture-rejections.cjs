/* ---
title: An async listener that fails, with captureRejections
difficulty: hard
teaches: With captureRejections a listener's rejected promise becomes an error event, in a later tick; by then the other listeners have run.
expect:
  - first listener starts
  - second listener runs
  - after emit
  - "error event: mail server is down"
--- */
const { EventEmitter } = require('node:events');

const shop = new EventEmitter({ captureRejections: true });
shop.on('error', (error) => console.log(`error event: ${error.message}`));
shop.on('order', async () => {
  console.log('first listener starts');
  throw new Error('mail server is down');
});
shop.on('order', () => console.log('second listener runs'));

shop.emit('order');
console.log('after emit');
