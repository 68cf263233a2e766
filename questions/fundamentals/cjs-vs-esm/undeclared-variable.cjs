/* ---
title: A forgotten const, in CommonJS
difficulty: easy
teaches: Without 'use strict' a CommonJS file creates a global variable for an undeclared name, and the mistake stays hidden.
expect:
  - script starts
  - "total: 3"
  - "is global now: true"
--- */
console.log('script starts');
total = 1 + 2;
console.log(`total: ${total}`);
console.log(`is global now: ${'total' in globalThis}`);
