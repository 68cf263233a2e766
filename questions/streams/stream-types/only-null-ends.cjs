/* ---
title: What ends a stream, and what does not
difficulty: medium
teaches: Only null ends a stream. In object mode zero, false and the empty string are ordinary items; in byte mode an empty string is dropped.
expect:
  - 'object: 0'
  - 'object: false'
  - 'object: ""'
  - objects are over
  - 'text: "a"'
  - 'text: "b"'
  - text is over
--- */
const { Readable } = require('node:stream');

const objects = new Readable({ objectMode: true, read() {} });
for (const item of [0, false, '', null]) objects.push(item);
objects.on('data', (item) => console.log(`object: ${JSON.stringify(item)}`));
objects.on('end', () => {
  console.log('objects are over');

  const text = new Readable({ encoding: 'utf8', read() {} });
  for (const chunk of ['', 'a', '', 'b', null]) text.push(chunk);
  text.on('data', (chunk) => console.log(`text: ${JSON.stringify(chunk)}`));
  text.on('end', () => console.log('text is over'));
});
