/* ---
title: pipeline, and a step in the middle that fails
difficulty: medium
teaches: pipeline destroys every stream in it when one fails, and calls back once with the first error; the target never emits finish.
expect:
  - stored A
  - target closed
  - "pipeline: b is not allowed"
  - "source destroyed: true"
--- */
const { pipeline, Readable, Transform, Writable } = require('node:stream');

const source = Readable.from(['a', 'b', 'c']);
const upper = new Transform({
  objectMode: true,
  transform(item, encoding, done) {
    if (item === 'b') done(new Error('b is not allowed'));
    else done(null, item.toUpperCase());
  },
});
const target = new Writable({
  objectMode: true,
  write(item, encoding, done) {
    console.log(`stored ${item}`);
    done();
  },
});

target.on('finish', () => console.log('target finished'));
target.on('close', () => console.log('target closed'));
pipeline(source, upper, target, (error) => {
  console.log(`pipeline: ${error.message}`);
  console.log(`source destroyed: ${source.destroyed}`);
});
