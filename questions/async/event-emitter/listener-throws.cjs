/* ---
title: The first of two listeners throws
difficulty: medium
teaches: An error thrown in a listener reaches the caller of emit, and the listeners after it are not called; it does not become an error event.
expect:
  - first listener throws
  - "caller of emit gets: bad template"
  - after emit
--- */
const { EventEmitter } = require('node:events');

const shop = new EventEmitter();
shop.on('error', () => console.log('error event'));
shop.on('order', () => {
  console.log('first listener throws');
  throw new Error('bad template');
});
shop.on('order', () => console.log('second listener runs'));

try {
  shop.emit('order');
} catch (error) {
  console.log(`caller of emit gets: ${error.message}`);
}
console.log('after emit');
