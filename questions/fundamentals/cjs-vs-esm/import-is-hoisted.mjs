/* ---
title: An import on the last line
difficulty: medium
teaches: Static imports are found before any code runs, so the imported module runs first, wherever its import statement is.
expect:
  - the imported module runs
  - first line of the file
  - "imported value: 42"
--- */
console.log('first line of the file');
console.log(`imported value: ${answer}`);

import answer from 'data:text/javascript,console.log("the imported module runs"); export default 42;';
