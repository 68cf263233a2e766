/* ---
title: What deepEqual looks at
difficulty: hard
teaches: The strict deepEqual ignores the order of keys, but not a property that is undefined, the order of an array or the prototype.
expect:
  - "order of keys: equal"
  - "order of an array: different"
  - "order of a Set: equal"
  - "an undefined property: different"
  - "an instance and a literal: different"
  - "two dates: equal"
--- */
const { isDeepStrictEqual } = require('node:util'); // the comparison of deepEqual, as a boolean

class Point {
  x = 1;
}

const compare = (name, a, b) =>
  console.log(`${name}: ${isDeepStrictEqual(a, b) ? 'equal' : 'different'}`);

compare('order of keys', { a: 1, b: 2 }, { b: 2, a: 1 });
compare('order of an array', [1, 2], [2, 1]);
compare('order of a Set', new Set([1, 2]), new Set([2, 1]));
compare('an undefined property', { a: 1, b: undefined }, { a: 1 });
compare('an instance and a literal', new Point(), { x: 1 });
compare('two dates', new Date(0), new Date(0));
