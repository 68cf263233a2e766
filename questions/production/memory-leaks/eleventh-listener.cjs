/* ---
title: One warning, and 989 more listeners
difficulty: medium
teaches: Node warns once per event, at the eleventh listener, in a tick, and then stays silent however many follow; watch listenerCount, and remove each listener when its request is done.
expect:
  - leaking 1000, tidy 0
  - warning at listener 11
  - microtask
--- */
const { EventEmitter } = require('node:events');

process.removeAllListeners('warning'); // Node's own listener prints to stderr
process.on('warning', ({ name, count }) => {
  if (name === 'MaxListenersExceededWarning') console.log(`warning at listener ${count}`);
});

const leaking = new EventEmitter();
const tidy = new EventEmitter();
for (let request = 1; request <= 1000; request++) {
  const onChange = () => {};
  leaking.on('change', onChange);
  tidy.on('change', onChange);
  tidy.off('change', onChange); // the response has been sent
}
Promise.resolve().then(() => console.log('microtask'));
console.log(`leaking ${leaking.listenerCount('change')}, tidy ${tidy.listenerCount('change')}`);
