/* ---
title: What is this in an ES module?
difficulty: medium
twinOf: this-at-top
teaches: At the top of an ES module this is undefined, and the module is always in strict mode, so a plain call gets undefined too; in both module systems a top-level variable stays in its module.
expect:
  - "this is undefined: true"
  - "this in a plain call is undefined: true"
  - "var became global: false"
--- */
var answer = 42;

function plainCall() {
  return this;
}

console.log(`this is undefined: ${this === undefined}`);
console.log(`this in a plain call is undefined: ${plainCall() === undefined}`);
console.log(`var became global: ${'answer' in globalThis}`);
