/* ---
title: Two objects that reference each other
difficulty: easy
teaches: V8 does not count references; what can't be reached from the roots is garbage, even if it is part of a cycle. The target of a WeakRef that was just created or read stays alive until the current job is done.
expect:
  - 'before, both are there: true'
  - 'right after the last reference is gone: true'
  - 'after a collection: false'
--- */
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');

let order = { lines: [] };
order.lines.push({ order }); // a cycle
const weak = new WeakRef(order);

console.log(`before, both are there: ${weak.deref() !== undefined}`);
order = undefined;
collect();
console.log(`right after the last reference is gone: ${weak.deref() !== undefined}`);

setTimeout(() => {
  collect();
  console.log(`after a collection: ${weak.deref() !== undefined}`);
}, 10);
