/* ---
title: Destroyed at the first item
difficulty: devilish
teaches: destroy() stops the source and cancels end, but what is already in the stream's buffer may still arrive as data before close; leaving a for await loop stops immediately.
expect:
  - item a
  - destroyed
  - item b
  - item c
  - close
  - immediate
--- */
const { Readable } = require('node:stream');

const source = new Readable({ objectMode: true, read() {} });
for (const item of ['a', 'b', 'c', null]) source.push(item);

source.on('data', (item) => {
  console.log(`item ${item}`);
  if (item !== 'a') return;
  source.destroy();
  console.log('destroyed');
});
source.on('end', () => console.log('end'));
source.on('close', () => console.log('close'));
setImmediate(() => console.log('immediate'));
