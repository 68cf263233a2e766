/* ---
title: The callback of a write that is done immediately
difficulty: hard
teaches: Even when a Writable stores a chunk synchronously, the callbacks of write and end run in a nextTick, so they are always asynchronous.
expect:
  - stored a
  - stored b
  - script ends
  - callback of a
  - tick
  - callback of end
  - microtask
--- */
const { Writable } = require('node:stream');

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
