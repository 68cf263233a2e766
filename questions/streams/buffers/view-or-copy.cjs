/* ---
title: Which of them see the change?
difficulty: medium
teaches: subarray and slice of a Buffer are views of the same memory, and Buffer.from(buffer) is a copy; slice of a plain Uint8Array copies, so the same name means two things.
expect:
  - bat
  - at
  - cat
  - bat, by slice of Buffer
  - cat, by slice of Uint8Array
--- */
const original = Buffer.from('cat');
const view = original.subarray(1);
const copy = Buffer.from(original);
const bufferSlice = original.slice();
const arraySlice = Uint8Array.prototype.slice.call(original);

original.write('b');

console.log(`${original}`);
console.log(`${view}`);
console.log(`${copy}`);
console.log(`${bufferSlice}, by slice of Buffer`);
console.log(`${arraySlice}, by slice of Uint8Array`);
