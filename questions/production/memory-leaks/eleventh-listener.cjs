/* ---
title: The warning of the eleventh listener
difficulty: medium
teaches: Above ten listeners for one event Node warns once, in a tick, and keeps adding; it is a hint, not a limit.
expect:
  - 20 listeners were added
  - warning at listener 11
  - microtask
--- */
const { EventEmitter } = require('node:events');

process.removeAllListeners('warning'); // Node's own listener prints to stderr
process.on('warning', ({ name, count }) => {
  if (name === 'MaxListenersExceededWarning') console.log(`warning at listener ${count}`);
});

const bus = new EventEmitter();
for (let id = 1; id <= 20; id++) bus.on('change', () => {});
Promise.resolve().then(() => console.log('microtask'));
console.log(`${bus.listenerCount('change')} listeners were added`);
