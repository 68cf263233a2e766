/* ---
title: Equal input, equal hash?
difficulty: easy
teaches: A hash depends on nothing but the bytes, so gluing two fields together is ambiguous; a random salt makes the results differ.
expect:
  - "'pay 10' twice: equal"
  - "'pay 10' and 'Pay 10': different"
  - "'ab' + 'c' and 'a' + 'bc': equal"
  - "with a length in front: different"
  - "one password, two salts: different"
--- */
const { createHash, randomBytes, scryptSync } = require('node:crypto');

const hash = (...parts) => {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part);
  return sha.digest('hex');
};
const compare = (what, one, two) => console.log(`${what}: ${one === two ? 'equal' : 'different'}`);

compare("'pay 10' twice", hash('pay 10'), hash('pay 10'));
compare("'pay 10' and 'Pay 10'", hash('pay 10'), hash('Pay 10'));
compare("'ab' + 'c' and 'a' + 'bc'", hash('ab', 'c'), hash('a', 'bc'));

const safe = (...parts) => hash(...parts.map((part) => `${part.length}:${part}`));
compare('with a length in front', safe('ab', 'c'), safe('a', 'bc'));

const password = () => scryptSync('hunter2', randomBytes(16), 32, { N: 1024 }).toString('hex');
compare('one password, two salts', password(), password());
