/* ---
title: What typeof says about five values
difficulty: easy
teaches: typeof says object for null, arrays and dates alike, so each of them needs its own check.
expect:
  - 'text: string'
  - 'null: object'
  - 'array: object, but isArray says true'
  - 'date: object, but instanceof says true'
  - 'not a number: number'
--- */
console.log('text:', typeof 'a');
console.log('null:', typeof null);
console.log(`array: ${typeof []}, but isArray says ${Array.isArray([])}`);
console.log(`date: ${typeof new Date(0)}, but instanceof says ${new Date(0) instanceof Date}`);
console.log('not a number:', typeof Number('seven'));
