/* ---
title: A counter, imported
difficulty: medium
twinOf: live-binding
teaches: An import is a live, read-only view of the other module's variable, so it shows the change that the CommonJS copy misses.
expect:
  - "import at first: 0"
  - "import after the call: 1"
  - "writing to it: TypeError"
--- */
// A module of three lines, kept in its address so that this is one file.
import { count, increment } from 'data:text/javascript,export let count = 0; export function increment() { count += 1; }';

console.log(`import at first: ${count}`);
increment();
console.log(`import after the call: ${count}`);
try {
  count = 5;
} catch (error) {
  console.log(`writing to it: ${error.name}`);
}
