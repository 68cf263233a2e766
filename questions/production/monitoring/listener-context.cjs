/* ---
title: Which request does a listener belong to?
difficulty: hard
teaches: A listener runs in the context of the code that emits, not of the code that added it; bind keeps the context in which bind was called.
expect:
  - 'plain listener: request B'
  - 'bound listener: request A'
--- */
const { AsyncLocalStorage } = require('node:async_hooks');
const { EventEmitter } = require('node:events');

const current = new AsyncLocalStorage();
const bus = new EventEmitter();
const show = (kind) => console.log(`${kind} listener: request ${current.getStore()}`);

current.run('A', () => {
  bus.once('saved', () => show('plain'));
  bus.once('saved', AsyncLocalStorage.bind(() => show('bound')));
});
current.run('B', () => bus.emit('saved'));
