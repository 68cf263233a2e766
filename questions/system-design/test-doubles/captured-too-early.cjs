/* ---
title: The mock that nobody calls
difficulty: hard
teaches: mock.method replaces a property; code that took the function out earlier keeps the original, and so does code that calls it by its own name inside the module.
expect:
  - "as a property: mocked"
  - "taken out before: real"
  - "through another method: mocked"
  - "by its name inside: real"
  - "restored: real"
--- */
const { mock } = require('node:test');

// In a real program this would be a separate module.
function rate() {
  return 'real';
}
const rates = {
  rate,
  viaThis() {
    return this.rate();
  },
  viaName: () => rate(),
};

const { rate: captured } = rates;
mock.method(rates, 'rate', () => 'mocked');

console.log(`as a property: ${rates.rate()}`);
console.log(`taken out before: ${captured()}`);
console.log(`through another method: ${rates.viaThis()}`);
console.log(`by its name inside: ${rates.viaName()}`);

mock.restoreAll();
console.log(`restored: ${rates.rate()}`);
