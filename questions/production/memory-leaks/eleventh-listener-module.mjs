/* ---
title: One warning, and 989 more listeners, in an ES module
difficulty: hard
teaches: The warning is emitted in a nextTick, and after the body of an ES module microtasks run before the nextTick queue, so the two lines swap places.
twinOf: eleventh-listener
expect:
  - leaking 1000, tidy 0
  - microtask
  - warning at listener 11
--- */
import { EventEmitter } from 'node:events';

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
