/* ---
title: Eight comparisons
difficulty: medium
teaches: === compares type and value, == converts first by rules that few people know by heart; NaN equals nothing, objects equal only themselves, and decimal fractions are rounded.
expect:
  - "0 == '': true"
  - "0 === '': false"
  - 'null == undefined: true'
  - 'null == 0: false'
  - 'NaN === NaN: false'
  - 'Object.is(NaN, NaN): true'
  - '{} === {}: false'
  - '0.1 + 0.2 === 0.3: false'
--- */
console.log(`0 == '': ${0 == ''}`);
console.log(`0 === '': ${0 === ''}`);
console.log(`null == undefined: ${null == undefined}`);
console.log(`null == 0: ${null == 0}`);
console.log(`NaN === NaN: ${NaN === NaN}`);
console.log(`Object.is(NaN, NaN): ${Object.is(NaN, NaN)}`);
console.log(`{} === {}: ${{} === {}}`);
console.log(`0.1 + 0.2 === 0.3: ${0.1 + 0.2 === 0.3}`);
