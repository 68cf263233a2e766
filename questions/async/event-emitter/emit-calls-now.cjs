/* ---
title: emit calls, it does not queue
difficulty: easy
teaches: emit calls all listeners synchronously, one after the other in the order in which they were added, and returns when the last one has returned.
expect:
  - before emit
  - mailer hears of order 7
  - stock hears of order 7
  - after emit
  - microtask of the mailer
--- */
const { EventEmitter } = require('node:events');

const shop = new EventEmitter();
shop.on('order', (id) => {
  console.log(`mailer hears of order ${id}`);
  Promise.resolve().then(() => console.log('microtask of the mailer'));
});
shop.on('order', (id) => console.log(`stock hears of order ${id}`));

console.log('before emit');
shop.emit('order', 7);
console.log('after emit');
