/* ---
title: A missing file, read in two ways
difficulty: medium
teaches: A synchronous call throws on the spot, so try/catch sees it; with an asynchronous one, the try block has finished long before the error arrives in the callback.
permissions: [fs-read]
expect:
  - asked for it
  - "catch: ENOENT"
  - script continues
  - "callback: ENOENT"
--- */
const fs = require('node:fs');

try {
  fs.readFile('no-such-file', (error) => console.log(`callback: ${error.code}`));
  console.log('asked for it');
  fs.readFileSync('no-such-file');
  console.log('read it');
} catch (error) {
  console.log(`catch: ${error.code}`);
}
console.log('script continues');
