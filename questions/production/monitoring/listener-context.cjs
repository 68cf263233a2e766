/* ---
title: Whose request does a listener belong to
difficulty: hard
teaches: A listener runs in the context of the one who emits, not of the one who added it; bind keeps the context of the moment in which it is called.
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
