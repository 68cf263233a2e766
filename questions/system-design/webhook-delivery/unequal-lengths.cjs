/* ---
title: A genuine signature in another form
difficulty: medium
teaches: A header is text and a digest is bytes, so decode the header before you compare; as text, even a genuine signature has a different length, or fails because of a capital letter.
expect:
  - '64 bytes versus 32: RangeError'
  - 'decoded: true'
  - 'capital letters, as text: false'
  - 'capital letters, decoded: true'
--- */
const { createHmac, timingSafeEqual } = require('node:crypto');

const digest = createHmac('sha256', 'ours').update('{"id":7}').digest();
const header = digest.toString('hex'); // what the sender wrote into its header

try {
  console.log(timingSafeEqual(Buffer.from(header), digest));
} catch (error) {
  console.log(`${Buffer.from(header).length} bytes versus ${digest.length}: ${error.name}`);
}
console.log(`decoded: ${timingSafeEqual(Buffer.from(header, 'hex'), digest)}`);

const capitals = header.toUpperCase(); // another sender's library
console.log(`capital letters, as text: ${timingSafeEqual(Buffer.from(capitals), Buffer.from(header))}`);
console.log(`capital letters, decoded: ${timingSafeEqual(Buffer.from(capitals, 'hex'), digest)}`);
