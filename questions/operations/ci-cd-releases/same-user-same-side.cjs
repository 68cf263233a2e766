/* ---
title: Who gets the new checkout?
difficulty: medium
teaches: A hash of flag and user gives each user a fixed number from 0 to 99, so everyone keeps their version, a larger share only adds users, and each flag picks different people.
expect:
  - 'asked twice, the same users: true'
  - 'at 10%: about a tenth: true'
  - 'in at 10%, still in at 50%: true'
  - 'another flag picks the same users: false'
--- */
const { createHash } = require('node:crypto');

function isIn(flag, user, percent) {
  const hash = createHash('sha256').update(`${flag}:${user}`).digest();
  return hash.readUInt32BE(0) % 100 < percent;
}

const users = Array.from({ length: 10_000 }, (_, index) => `user-${index}`);
const chosen = (flag, percent) => users.filter((user) => isIn(flag, user, percent));

const first = chosen('new-checkout', 10);
const again = chosen('new-checkout', 10);
console.log(`asked twice, the same users: ${first.join() === again.join()}`);
console.log(`at 10%: about a tenth: ${first.length > 900 && first.length < 1100}`);

const half = new Set(chosen('new-checkout', 50));
console.log(`in at 10%, still in at 50%: ${first.every((user) => half.has(user))}`);

const other = chosen('dark-mode', 10);
console.log(`another flag picks the same users: ${first.join() === other.join()}`);
