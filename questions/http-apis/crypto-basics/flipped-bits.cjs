/* ---
title: From user to root without the key
difficulty: devilish
teaches: CBC hides the text but does not protect it, because bits flipped in the IV flip the same bits of the first block; an authenticated mode like GCM refuses.
expect:
  - "cbc: role=user;id=42"
  - "cbc, changed IV: role=root;id=42"
  - "gcm: role=user;id=42"
  - "gcm, changed IV: refused"
--- */
const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');

const key = randomBytes(32);

function seal(algorithm, ivLength) {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv);
  const bytes = Buffer.concat([cipher.update('role=user;id=42'), cipher.final()]);
  return { algorithm, iv, bytes, tag: algorithm.endsWith('gcm') && cipher.getAuthTag() };
}

function open({ algorithm, iv, bytes, tag }) {
  const decipher = createDecipheriv(algorithm, key, iv, tag ? { authTagLength: 16 } : undefined);
  if (tag) decipher.setAuthTag(tag);
  return decipher.update(bytes, undefined, 'utf8') + decipher.final('utf8');
}

function show(what, sealed) {
  try {
    console.log(`${what}: ${open(sealed)}`);
  } catch {
    console.log(`${what}: refused`);
  }
}

for (const [name, message] of [
  ['cbc', seal('aes-256-cbc', 16)],
  ['gcm', seal('aes-256-gcm', 12)],
]) {
  show(name, message);
  const flips = Buffer.from('user').map((byte, index) => byte ^ 'root'.charCodeAt(index));
  flips.forEach((bits, index) => (message.iv[5 + index] ^= bits));
  show(`${name}, changed IV`, message);
}
