/* ---
title: What assert.throws accepts
difficulty: medium
teaches: A class, a pattern and an object are compared with the error; a string is only the message of a failure, so any error passes.
expect:
  - "class: passes"
  - "pattern: fails"
  - "object: passes"
  - "string: passes"
  - "no function: TypeError"
--- */
const assert = require('node:assert/strict');

function load() {
  throw Object.assign(new RangeError('page 9 of 3'), { code: 'NO_PAGE' });
}

function check(name, expected, subject = load) {
  try {
    assert.throws(subject, expected);
    console.log(`${name}: passes`);
  } catch (error) {
    console.log(`${name}: ${error.code === 'ERR_INVALID_ARG_TYPE' ? error.name : 'fails'}`);
  }
}

check('class', RangeError);
check('pattern', /not found/);
check('object', { code: 'NO_PAGE' });
check('string', 'not found');
check('no function', RangeError, 'load');
