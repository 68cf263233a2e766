/* ---
title: An object in the log
difficulty: easy
teaches: console.log shows nested objects to a depth of two and then only [Object], so log the part that matters or raise the depth; getters are not called, and JSON leaves out undefined.
expect:
  - '{ a: { b: { c: [Object] } } }'
  - '{ a: { b: { c: { d: 1 } } } }'
  - '{ total: [Getter], note: undefined }'
  - '{"total":42}'
decoys:
  - '{ a: { b: [Object] } }'
  - '{ total: 42, note: undefined }'
  - '{"total":42,"note":undefined}'
--- */
const order = { a: { b: { c: { d: 1 } } } };
console.log(order);
console.dir(order, { depth: null, compact: 9 });

const lazy = {
  get total() {
    return 42;
  },
  note: undefined,
};
console.log(lazy);
console.log(JSON.stringify(lazy));
