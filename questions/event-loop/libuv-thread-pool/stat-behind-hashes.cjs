/* ---
title: A quick stat behind four slow hashes
difficulty: hard
teaches: With four threads the fifth task starts when one of the first four is done, however small and unrelated it is.
race: The four hashes run at the same time and may finish in any order. The stat waits in the queue until one of them is done, so it can never be first.
expect:
  - four hashes and a stat requested
  - alt:
      - [hash red, { any: [hash green, hash blue, hash gold, file size known] }]
      - [hash green, { any: [hash red, hash blue, hash gold, file size known] }]
      - [hash blue, { any: [hash red, hash green, hash gold, file size known] }]
      - [hash gold, { any: [hash red, hash green, hash blue, file size known] }]
--- */
const { pbkdf2 } = require('node:crypto');
const { stat } = require('node:fs');

for (const color of ['red', 'green', 'blue', 'gold']) {
  pbkdf2(color, 'salt', 100_000, 32, 'sha256', () => console.log(`hash ${color}`));
}
stat(__filename, () => console.log('file size known'));
console.log('four hashes and a stat requested');
