/* ---
title: assert and assert/strict
difficulty: easy
teaches: The plain assert module compares with ==, so a number equals its text; the strict one compares with Object.is.
expect:
  - "loose, equal: passes"
  - "loose, deepEqual: passes"
  - "strict, equal: fails"
  - "strict, deepEqual: fails"
  - "strict, NaN: passes"
--- */
const loose = require('node:assert');
const strict = require('node:assert/strict');

function check(name, assertion) {
  try {
    assertion();
    console.log(`${name}: passes`);
  } catch {
    console.log(`${name}: fails`);
  }
}

check('loose, equal', () => loose.equal(900, '900'));
check('loose, deepEqual', () => loose.deepEqual([1, 2], ['1', '2']));
check('strict, equal', () => strict.equal(900, '900'));
check('strict, deepEqual', () => strict.deepEqual([1, 2], ['1', '2']));
check('strict, NaN', () => strict.equal(0 / 0, NaN));
