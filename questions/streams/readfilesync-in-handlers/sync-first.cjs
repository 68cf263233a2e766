/* ---
title: The same file, read in two ways
difficulty: easy
teaches: readFileSync returns the content before the next line runs; the callback of readFile waits for the script, its microtasks and the poll phase, although it was called first.
expect:
  - sync content
  - script ends
  - microtask
  - callback content
--- */
const fs = require('node:fs');

fs.readFile(__filename, () => console.log('callback content'));
Promise.resolve().then(() => console.log('microtask'));

fs.readFileSync(__filename);
console.log('sync content');
console.log('script ends');
