/* ---
title: How much a pipeline produces for a target that is stuck
difficulty: devilish
teaches: Both ends have a buffer, so a pipeline reads ahead by the sum of both high water marks, here 2 and 3, and stops there, however fast the source is.
expect:
  - made 1
  - made 2
  - storing 1
  - made 3
  - made 4
  - made 5
  - time is up
  - ERR_STREAM_PREMATURE_CLOSE
--- */
const { pipeline, Readable, Writable } = require('node:stream');

let made = 0;
const source = new Readable({
  objectMode: true,
  highWaterMark: 2,
  read() {
    made += 1;
    console.log(`made ${made}`);
    this.push(made);
  },
});
const target = new Writable({
  objectMode: true,
  highWaterMark: 3,
  write(item) {
    console.log(`storing ${item}`);
    setTimeout(() => {
      console.log('time is up');
      source.destroy();
    }, 50);
  },
});

pipeline(source, target, (error) => console.log(error.code));
