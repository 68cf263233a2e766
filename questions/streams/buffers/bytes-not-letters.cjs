/* ---
title: Sorted by length, sorted by bytes
difficulty: easy
teaches: The length of a string counts UTF-16 units; the number of bytes on the wire is a different number, and Buffer.byteLength gives it.
expect:
  - longest is rivers, 6 units
  - heaviest is 1000€, 7 bytes
  - thumb is 2 units, 4 bytes
--- */
const texts = ['1000€', 'rivers'];

const longest = texts.toSorted((a, b) => b.length - a.length)[0];
console.log(`longest is ${longest}, ${longest.length} units`);

const heaviest = texts.toSorted((a, b) => Buffer.byteLength(b) - Buffer.byteLength(a))[0];
console.log(`heaviest is ${heaviest}, ${Buffer.byteLength(heaviest)} bytes`);

const thumb = '👍';
console.log(`thumb is ${thumb.length} units, ${Buffer.byteLength(thumb)} bytes`);
