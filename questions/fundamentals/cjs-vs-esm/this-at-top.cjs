/* ---
title: What is this in a CommonJS file?
difficulty: medium
teaches: A CommonJS file runs as a function that Node calls with module.exports as its this; a plain call in sloppy mode gets the global object.
expect:
  - "this is module.exports: true"
  - "this in a plain call is globalThis: true"
  - "var became global: false"
--- */
var answer = 42;

function plainCall() {
  return this;
}

console.log(`this is module.exports: ${this === module.exports}`);
console.log(`this in a plain call is globalThis: ${plainCall() === globalThis}`);
console.log(`var became global: ${'answer' in globalThis}`);
