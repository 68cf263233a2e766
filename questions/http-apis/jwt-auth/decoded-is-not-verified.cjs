/* ---
title: A token whose payload was changed
difficulty: medium
teaches: The payload of a JWT is base64url text that everyone can read and write; only checking the signature tells you whether it is the one you signed.
expect:
  - "payload says: user"
  - "signature is right: true"
  - "forged payload says: admin"
  - "forged signature is right: false"
--- */
const { createHmac, timingSafeEqual } = require('node:crypto');

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payloadOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
const sign = (text) => createHmac('sha256', 'only the server knows').update(text).digest();

function isRight(token) {
  const [header, payload, signature] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const own = sign(`${header}.${payload}`);
  return given.length === own.length && timingSafeEqual(given, own);
}

const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: 'ada', role: 'user' })}`;
const token = `${text}.${sign(text).toString('base64url')}`;
console.log(`payload says: ${payloadOf(token).role}`);
console.log(`signature is right: ${isRight(token)}`);

const [header, , signature] = token.split('.');
const forged = `${header}.${encode({ sub: 'ada', role: 'admin' })}.${signature}`;
console.log(`forged payload says: ${payloadOf(forged).role}`);
console.log(`forged signature is right: ${isRight(forged)}`);
