/* ---
title: When drain is emitted
difficulty: medium
teaches: drain is emitted once the buffer is empty, not as soon as it is below the high water mark, and once for all the writes that returned false.
expect:
  - "a: continue"
  - "b: wait"
  - "c: wait"
  - written a
  - written b
  - drain
  - written c
--- */
const { Writable } = require('node:stream');

const out = new Writable({
  objectMode: true,
  highWaterMark: 2,
  write(item, encoding, done) {
    setImmediate(done);
  },
});

out.on('drain', () => console.log('drain'));
for (const item of ['a', 'b', 'c']) {
  const more = out.write(item, () => console.log(`written ${item}`));
  console.log(`${item}: ${more ? 'continue' : 'wait'}`);
}
