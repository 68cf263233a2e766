/* ---
title: A forgotten const, in an ES module
difficulty: easy
twinOf: undeclared-variable
teaches: ES modules are always strict, so writing to an undeclared name throws where CommonJS silently creates a global.
expect:
  - script starts
  - uncaught: "ReferenceError: total is not defined"
  - exit: 1
decoys:
  - 'total: 3'
  - 'is global now: true'
--- */
console.log('script starts');
total = 1 + 2;
console.log(`total: ${total}`);
console.log(`is global now: ${'total' in globalThis}`);
