/* ---
title: pipe, and a target that fails
difficulty: medium
teaches: pipe doesn't forward errors or clean anything up. When the target fails, the source stays open, with its file or socket.
expect:
  - cannot store a
  - target closed
  - "source destroyed: false"
--- */
const { Readable, Writable } = require('node:stream');

const source = Readable.from(['a', 'b', 'c']);
const target = new Writable({
  objectMode: true,
  write(item, encoding, done) {
    done(new Error(`cannot store ${item}`));
  },
});

source.on('close', () => console.log('source closed'));
target.on('error', (error) => console.log(error.message));
target.on('close', () => console.log('target closed'));
source.pipe(target);

setTimeout(() => console.log(`source destroyed: ${source.destroyed}`), 50);
