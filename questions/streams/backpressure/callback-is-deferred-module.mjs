/* ---
title: The callback of a write, in an ES module
difficulty: hard
teaches: One line differs from CommonJS. The callbacks run in a nextTick, and after the body of a module, microtasks run before the nextTick queue.
twinOf: callback-is-deferred
expect:
  - stored a
  - stored b
  - script ends
  - microtask
  - callback of a
  - tick
  - callback of end
--- */
import { Writable } from 'node:stream';

const out = new Writable({
  write(chunk, encoding, done) {
    console.log(`stored ${chunk}`);
    done();
  },
});

Promise.resolve().then(() => console.log('microtask'));
out.write('a', () => console.log('callback of a'));
out.end('b', () => console.log('callback of end'));
process.nextTick(() => console.log('tick'));
console.log('script ends');
