/* ---
title: A forged message, decrypted
difficulty: hard
teaches: With AES-GCM update() returns text before anything has been verified; only final() compares the tag, so never act on the text earlier.
expect:
  - "genuine update: pay 10 to ada"
  - genuine final
  - "forged update: pay 90 to ada"
  - forged, final throws
--- */
const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');

const key = randomBytes(32);
const iv = randomBytes(12);

const cipher = createCipheriv('aes-256-gcm', key, iv);
const sealed = Buffer.concat([cipher.update('pay 10 to ada'), cipher.final()]);
const tag = cipher.getAuthTag();

function open(what, bytes) {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  console.log(`${what} update: ${decipher.update(bytes)}`);
  try {
    decipher.final();
    console.log(`${what} final`);
  } catch {
    console.log(`${what}, final throws`);
  }
}

open('genuine', sealed);

// The attacker has no key, but knows what the fifth character is.
sealed[4] ^= '1'.charCodeAt() ^ '9'.charCodeAt();
open('forged', sealed);
