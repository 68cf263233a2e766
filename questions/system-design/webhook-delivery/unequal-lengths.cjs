/* ---
title: Two signatures of different lengths
difficulty: easy
teaches: timingSafeEqual throws when its inputs differ in length, so a forged header of the wrong length turns into a 500 unless the lengths are compared first.
expect:
  - "genuine: true"
  - "forged: false"
  - "cut off: RangeError ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH"
  - "cut off, length first: false"
--- */
const { createHmac, timingSafeEqual } = require('node:crypto');

const mac = (secret) => createHmac('sha256', secret).update('{"id":7}').digest();
const wanted = mac('ours');

console.log(`genuine: ${timingSafeEqual(mac('ours'), wanted)}`);
console.log(`forged: ${timingSafeEqual(mac('theirs'), wanted)}`);

const cutOff = wanted.subarray(0, 16);
try {
  console.log(timingSafeEqual(cutOff, wanted));
} catch (error) {
  console.log(`cut off: ${error.name} ${error.code}`);
}
console.log(`cut off, length first: ${cutOff.length === wanted.length && timingSafeEqual(cutOff, wanted)}`);
