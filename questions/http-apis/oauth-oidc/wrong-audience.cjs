/* ---
title: A genuine token for another app
difficulty: hard
teaches: A valid signature shows who issued a token, not for whom; the audience, the issuer and the expiry have to be checked as well.
expect:
  - "for us: signature ok, claims ok"
  - "for a game: signature ok, wrong audience"
  - "forged: bad signature"
  - "yesterday's: signature ok, expired"
  - "without exp: signature ok, expired"
--- */
const { generateKeyPairSync, sign, verify } = require('node:crypto');

const provider = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const now = 1_800_000_000;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(claims, { privateKey } = provider) {
  const text = `${encode({ alg: 'EdDSA' })}.${encode(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

function check(what, jwt) {
  const [head, body, signature] = jwt.split('.');
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify(null, signed, provider.publicKey, Buffer.from(signature, 'base64url'))) {
    return console.log(`${what}: bad signature`);
  }
  const { iss, aud, exp } = JSON.parse(Buffer.from(body, 'base64url'));
  let claims = 'claims ok';
  if (!(exp > now)) claims = 'expired';
  if (aud !== 'shop') claims = 'wrong audience';
  if (iss !== 'https://login.example.com') claims = 'wrong issuer';
  console.log(`${what}: signature ok, ${claims}`);
}

const good = { iss: 'https://login.example.com', aud: 'shop', sub: 'ada', exp: now + 300 };
check('for us', token(good));
check('for a game', token({ ...good, aud: 'game' }));
check('forged', token(good, stranger));
check("yesterday's", token({ ...good, exp: now - 86_400 }));
check('without exp', token({ ...good, exp: undefined }));
