/* ---
title: Readable.from, with a string and with an array
difficulty: easy
teaches: Readable.from sends a string or a Buffer as one chunk, although both can be iterated; from an array, or a plain Uint8Array, it sends each item.
expect:
  - cat
  - d
  - o
  - g
  - cow
  - "49"
  - "50"
  - the end
--- */
const { Readable } = require('node:stream');

async function show(source) {
  for await (const chunk of Readable.from(source)) console.log(String(chunk));
}

async function main() {
  await show('cat');
  await show([...'dog']);
  await show(Buffer.from('cow'));
  await show(new Uint8Array([49, 50]));
  console.log('the end');
}

main();
