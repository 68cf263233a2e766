/* ---
title: Notes about requests that are over
difficulty: medium
teaches: A Map keeps its keys alive, a WeakMap does not. Its entries disappear when nothing else holds the key, which suits data that belongs to an object for as long as that object lives.
expect:
  - 'in the Map: still there'
  - 'in the WeakMap: collected'
  - 'entries of the Map: 1'
--- */
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');

const notes = new Map();
const weakNotes = new WeakMap();

function handle(store) {
  const request = { body: 'x'.repeat(1000) };
  store.set(request, 'slow');
  return new WeakRef(request); // to see what becomes of it
}
const first = handle(notes);
const second = handle(weakNotes);
const state = (ref) => (ref.deref() ? 'still there' : 'collected');

setTimeout(() => {
  collect();
  console.log(`in the Map: ${state(first)}`);
  console.log(`in the WeakMap: ${state(second)}`);
  console.log(`entries of the Map: ${notes.size}`);
}, 10);
