/* ---
title: on, once and prependListener
difficulty: easy
teaches: Listeners run in the order of their list; prependListener adds at the front, and a once listener leaves the list before it runs.
expect:
  - "cat: first"
  - "cat: on"
  - "cat: once"
  - "dog: first"
  - "dog: on"
  - "listeners left: 2"
--- */
const { EventEmitter } = require('node:events');

const door = new EventEmitter();
door.on('ring', (who) => console.log(`${who}: on`));
door.once('ring', (who) => console.log(`${who}: once`));
door.prependListener('ring', (who) => console.log(`${who}: first`));

door.emit('ring', 'cat');
door.emit('ring', 'dog');
console.log(`listeners left: ${door.listenerCount('ring')}`);
