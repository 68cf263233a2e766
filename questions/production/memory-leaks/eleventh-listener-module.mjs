/* ---
title: The warning of the eleventh listener, in an ES module
difficulty: hard
teaches: The warning is emitted in a nextTick, and after the body of an ES module promise microtasks run before the nextTick queue, so the two lines swap places.
twinOf: eleventh-listener
expect:
  - 20 listeners were added
  - microtask
  - warning at listener 11
--- */
import { EventEmitter } from 'node:events';

process.removeAllListeners('warning'); // Node's own listener prints to stderr
process.on('warning', ({ name, count }) => {
  if (name === 'MaxListenersExceededWarning') console.log(`warning at listener ${count}`);
});

const bus = new EventEmitter();
for (let id = 1; id <= 20; id++) bus.on('change', () => {});
Promise.resolve().then(() => console.log('microtask'));
console.log(`${bus.listenerCount('change')} listeners were added`);
