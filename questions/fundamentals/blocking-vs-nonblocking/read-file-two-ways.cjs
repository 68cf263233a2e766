/* ---
title: The same file, read in two ways
difficulty: easy
teaches: The Sync version returns the content, and the script waits for it; the other version returns immediately and delivers later, however small the file is.
expect:
  - asked without blocking
  - Sync form has the content
  - script ends
  - callback has the content
--- */
const fs = require('node:fs');

fs.readFile(__filename, () => console.log('callback has the content'));
console.log('asked without blocking');
fs.readFileSync(__filename);
console.log('Sync form has the content');
console.log('script ends');
