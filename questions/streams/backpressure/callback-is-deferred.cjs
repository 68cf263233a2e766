/* ---
title: The callback of a write that was done at once
difficulty: hard
teaches: Even when a Writable stores a chunk synchronously, the callbacks of write and end come in a nextTick, so they are always asynchronous.
expect:
  - stored a
  - stored b
  - script ends
  - callback of a
  - tick
  - callback of end
  - promise job
--- */
const { Writable } = require('node:stream');

const out = new Writable({
  write(chunk, encoding, done) {
    console.log(`stored ${chunk}`);
    done();
  },
});

Promise.resolve().then(() => console.log('promise job'));
out.write('a', () => console.log('callback of a'));
out.end('b', () => console.log('callback of end'));
process.nextTick(() => console.log('tick'));
console.log('script ends');
