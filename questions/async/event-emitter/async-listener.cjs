/* ---
title: An async listener that fails
difficulty: hard
teaches: emit ignores what a listener returns, so an async listener's failure bypasses both try and the error event, and crashes the process as an unhandled rejection.
expect:
  - listener starts
  - after emit
  - uncaught: "Error: mail server is down"
  - exit: 1
decoys:
  - 'error event: mail server is down'
  - 'caught: mail server is down'
--- */
const { EventEmitter } = require('node:events');

const shop = new EventEmitter();
shop.on('error', (error) => console.log(`error event: ${error.message}`));
shop.on('order', async () => {
  console.log('listener starts');
  throw new Error('mail server is down');
});

try {
  shop.emit('order');
} catch (error) {
  console.log(`caught: ${error.message}`);
}
console.log('after emit');
