/* ---
title: A race with no contestants, in an ES module
difficulty: devilish
twinOf: race-of-nothing
teaches: Here the module itself waits at top level, and Node notices that it will never finish; it exits with code 13 instead of 0.
expect:
  - module starts
  - "all of nothing: 0 results"
  - exit: 13
--- */
console.log('module starts');
const results = await Promise.all([]);
console.log(`all of nothing: ${results.length} results`);
await Promise.race([]);
console.log('module ends');
