/* ---
title: A write that returns false
difficulty: easy
teaches: false does not mean that the chunk was refused. It is stored like the others; it means "wait for drain before you write more".
expect:
  - "a: true"
  - "b: false"
  - "c: false"
  - stored a
  - stored b
  - stored c
  - drain
--- */
const { Writable } = require('node:stream');

const out = new Writable({
  highWaterMark: 2,
  write(chunk, encoding, done) {
    setImmediate(() => {
      console.log(`stored ${chunk}`);
      done();
    });
  },
});

out.on('drain', () => console.log('drain'));
console.log(`a: ${out.write('a')}`);
console.log(`b: ${out.write('b')}`);
console.log(`c: ${out.write('c')}`);
