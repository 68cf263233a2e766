/* ---
title: A stream that nobody reads
difficulty: medium
teaches: finish belongs to the writing side and end to the reading side; end is emitted only when everything has been read.
expect:
  - end was called
  - finish
  - resume
  - end
  - close
--- */
const { PassThrough } = require('node:stream');

const pass = new PassThrough();
pass.on('end', () => console.log('end'));
pass.on('finish', () => console.log('finish'));
pass.on('close', () => console.log('close'));

setTimeout(() => {
  console.log('resume');
  pass.resume();
}, 50);

pass.end('a few bytes');
console.log('end was called');
