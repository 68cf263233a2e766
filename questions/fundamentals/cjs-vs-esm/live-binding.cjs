/* ---
title: A counter, taken from module.exports
difficulty: medium
teaches: Destructuring what require returns copies the values as they are at that moment; only the exports object itself shows later changes.
expect:
  - "copy at first: 0"
  - "copy after the call: 0 still"
  - "through the object: 1"
--- */
exports.count = 0;
exports.increment = () => {
  exports.count += 1;
};

const counter = require(__filename);
const { count, increment } = counter;

console.log(`copy at first: ${count}`);
increment();
console.log(`copy after the call: ${count} still`);
console.log(`through the object: ${counter.count}`);
