/* ---
title: A stolen code
difficulty: medium
teaches: The browser carries the hash, and the backend keeps the verifier, so a stolen code can't be exchanged; a code works once, and here even a failed attempt spends it.
expect:
  - "challenge as in RFC 7636: true"
  - "thief: invalid_grant"
  - "ada, after the thief: invalid_grant"
  - "ada, new login: tokens"
  - "ada, same code again: invalid_grant"
--- */
const { createHash, randomBytes } = require('node:crypto');

const sha256 = (text) => createHash('sha256').update(text).digest('base64url');
const random = () => randomBytes(32).toString('base64url');

const fromTheRfc = sha256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
const expected = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
console.log(`challenge as in RFC 7636: ${fromTheRfc === expected}`);

// The provider, as a model.
const challenges = new Map();
function authorize(challenge) {
  const code = random();
  challenges.set(code, challenge);
  return code;
}
function exchange(code, verifier) {
  const challenge = challenges.get(code);
  challenges.delete(code);
  return challenge === sha256(verifier) ? 'tokens' : 'invalid_grant';
}

const first = random();
const stolen = authorize(sha256(first));
console.log(`thief: ${exchange(stolen, random())}`);
console.log(`ada, after the thief: ${exchange(stolen, first)}`);

const second = random();
const code = authorize(sha256(second));
console.log(`ada, new login: ${exchange(code, second)}`);
console.log(`ada, same code again: ${exchange(code, second)}`);
