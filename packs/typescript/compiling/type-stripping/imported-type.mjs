/* ---
title: An import that names a type
difficulty: devilish
teaches: All imports are linked before any line runs; a name that exists only as a type is missing then, so not even the first line is printed.
expect:
  - uncaught: "SyntaxError: The requested module 'node:http' does not provide an export named 'RequestOptions'"
  - exit: 1
--- */
console.log('first line');

// Stripping keeps `import { RequestOptions } from …`; `import type` would be taken out.
import { RequestOptions } from 'node:http';

console.log('last line', typeof RequestOptions);
