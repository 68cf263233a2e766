/* ---
title: Six digits and thirty seconds
difficulty: medium
teaches: A TOTP code is an HMAC of the number of half minutes since 1970; accept a neighbor for slow clocks, and remember the last step used, or a code works twice.
expect:
  - "RFC 6238, 59 s: 287082"
  - "typed at 59 s: accepted"
  - "the same code at 61 s: refused"
  - "next code at 61 s: accepted"
  - "its code at 200 s: refused"
--- */
const { createHmac } = require('node:crypto');

const secret = Buffer.from('12345678901234567890'); // the RFC's test secret
const stepAt = (seconds) => Math.floor(seconds / 30);

function code(step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

let lastUsed = -1;
function check(given, seconds) {
  const now = stepAt(seconds);
  const step = [now, now - 1, now + 1].find((one) => one > lastUsed && code(one) === given);
  if (step === undefined) return 'refused';
  lastUsed = step;
  return 'accepted';
}

const typed = code(stepAt(59));
console.log(`RFC 6238, 59 s: ${typed}`);
console.log(`typed at 59 s: ${check(typed, 59)}`);
console.log(`the same code at 61 s: ${check(typed, 61)}`);

const next = code(stepAt(61));
console.log(`next code at 61 s: ${check(next, 61)}`);
console.log(`its code at 200 s: ${check(next, 200)}`);
