/* ---
title: The eleventh listener
difficulty: medium
teaches: More than 10 listeners for one event trigger a warning, once per event and a tick later; all listeners still work, and the warning hints at a leak.
expect:
  - 12 listeners are added
  - "emit reached 12 listeners"
  - "warning: MaxListenersExceededWarning at 11"
--- */
const { EventEmitter } = require('node:events');

process.removeAllListeners('warning'); // Node's own listener prints it on stderr
process.on('warning', ({ name, count }) => console.log(`warning: ${name} at ${count}`));

const bus = new EventEmitter();
let reached = 0;
for (let i = 0; i < 12; i += 1) bus.on('message', () => { reached += 1; });
console.log(`${bus.listenerCount('message')} listeners are added`);
bus.emit('message');
console.log(`emit reached ${reached} listeners`);
