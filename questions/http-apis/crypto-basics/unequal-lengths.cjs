/* ---
title: Comparing signatures in constant time
difficulty: medium
teaches: timingSafeEqual throws when the lengths differ, and a hex string that isn't hex becomes a shorter buffer, so compare the lengths first.
expect:
  - "right: accepted"
  - "wrong: refused"
  - "short: RangeError"
  - "not hex has 0 bytes"
  - "not hex: RangeError"
  - "length first: refused"
--- */
const { createHmac, timingSafeEqual } = require('node:crypto');

const expected = createHmac('sha256', 'secret').update('the raw body').digest();

function check(what, signature, first = () => true) {
  const given = Buffer.from(signature, 'hex');
  try {
    const same = first(given) && timingSafeEqual(given, expected);
    console.log(`${what}: ${same ? 'accepted' : 'refused'}`);
  } catch (error) {
    console.log(`${what}: ${error.name}`);
  }
}

check('right', expected.toString('hex'));
check('wrong', '00'.repeat(32));
check('short', '00');
console.log(`not hex has ${Buffer.from('zz', 'hex').length} bytes`);
check('not hex', 'zz');
check('length first', 'zz', (given) => given.length === expected.length);
