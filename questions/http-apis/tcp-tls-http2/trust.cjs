/* ---
title: Whose certificate is this?
difficulty: hard
teaches: A client needs a trusted root and the right host name; with rejectUnauthorized set to false the connection is encrypted, but you don't know who is at the other end.
permissions: [net]
expect:
  - "defaults: DEPTH_ZERO_SELF_SIGNED_CERT"
  - "with its root: 200, authorized true"
  - "another name: ERR_TLS_CERT_ALTNAME_INVALID"
  - "rejectUnauthorized false: 200, authorized false"
--- */
const { createPrivateKey } = require('node:crypto');
const https = require('node:https');

// A certificate for api.test that signs itself, made for this snippet and used nowhere else.
const cert = `-----BEGIN CERTIFICATE-----
MIIBbjCCARSgAwIBAgIULHJSlqccjRZTuyJ3KfEor7ATcdYwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIYXBpLnRlc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEw
MDAwMDBaMBMxETAPBgNVBAMMCGFwaS50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEncSAKy6wd63GaZY0Y5BEC2mSLk02oh6STO7xbvloBlipGZVgmGXL+/aJ
x1SYRik6AkCwlPIFlGf6QGAI1YAthKNEMEIwEwYDVR0RBAwwCoIIYXBpLnRlc3Qw
DAYDVR0TBAUwAwEB/zAdBgNVHQ4EFgQUdoFpCxv4BUtGQp5af8mKD3UNY2IwCgYI
KoZIzj0EAwIDSAAwRQIgJ3Zgk6m4c8E/GUk4UDvagtJTxFpl8bheAhCo+q6/R6gC
IQCVqNMyaN2aIv9+Zi4i/TU7gaemxqyt3nhQUe5VZ8rU8g==
-----END CERTIFICATE-----`;
const jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'ncSAKy6wd63GaZY0Y5BEC2mSLk02oh6STO7xbvloBlg',
  y: 'qRmVYJhly_v2icdUmEYpOgJAsJTyBZRn-kBgCNWALYQ',
  d: 'DzkFM5wtFWoFo3w28ZvApmTzO4OXG2IXr8l8RjmDprc',
};
const key = createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' });

const server = https.createServer({ key, cert }, (req, res) => res.end());

function get(what, options) {
  const { port } = server.address();
  return new Promise((resolve) => {
    const req = https.get({ host: '127.0.0.1', port, agent: false, ...options }, (res) => {
      console.log(`${what}: ${res.statusCode}, authorized ${res.socket.authorized}`);
      res.resume().on('close', resolve);
    });
    req.on('error', (error) => {
      console.log(`${what}: ${error.code}`);
      resolve();
    });
  });
}

server.listen(0, '127.0.0.1', async () => {
  await get('defaults', { servername: 'api.test' });
  await get('with its root', { servername: 'api.test', ca: cert });
  await get('another name', { servername: 'bank.test', ca: cert });
  await get('rejectUnauthorized false', { servername: 'bank.test', rejectUnauthorized: false });
  server.close();
});
