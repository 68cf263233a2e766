/* ---
title: The signature of a body that was parsed
difficulty: medium
teaches: The sender signs bytes. Parsing them and stringifying the result changes spaces, numbers and escapes, so a genuine signature no longer fits; verify over the raw body, before parsing.
expect:
  - 'raw: {"total": 10.0, "name": "Zo\u00eb"}'
  - "over the raw body: genuine"
  - 'again: {"total":10,"name":"Zoë"}'
  - "over the parsed body: forged"
--- */
const { createHmac, timingSafeEqual } = require('node:crypto');

const mac = (body) => createHmac('sha256', 'shared secret').update(body).digest();
const verdict = (body, signature) => (timingSafeEqual(mac(body), signature) ? 'genuine' : 'forged');

// As another language writes it, with an escape and a decimal point.
const raw = String.raw`{"total": 10.0, "name": "Zo\u00eb"}`;
const signature = mac(raw);

console.log(`raw: ${raw}`);
console.log(`over the raw body: ${verdict(raw, signature)}`);

const again = JSON.stringify(JSON.parse(raw));
console.log(`again: ${again}`);
console.log(`over the parsed body: ${verdict(again, signature)}`);
