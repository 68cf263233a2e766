/* ---
title: A file that is not there, asked for in two ways
difficulty: medium
teaches: A synchronous call throws where it stands, so try/catch sees it; an asynchronous one has left the try block long before its error arrives in the callback.
permissions: [fs-read]
expect:
  - asked for it
  - "catch: ENOENT"
  - script goes on
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
console.log('script goes on');
