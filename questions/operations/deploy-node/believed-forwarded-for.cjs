/* ---
title: Who is calling?
difficulty: hard
teaches: A proxy appends the address it saw to X-Forwarded-For, and everything before it came from the client, so count from the right by the number of your own proxies and never take the first entry.
permissions: [net]
expect:
  - 'header: 10.0.0.1, 127.0.0.1'
  - 'first entry: 10.0.0.1'
  - 'an admin, by the first entry: true'
  - 'an admin, by the last entry: false'
--- */
const http = require('node:http');

const isInternal = (address) => address.startsWith('10.');

const app = http.createServer((req, res) => {
  const header = req.headers['x-forwarded-for'];
  const entries = header.split(', ');
  console.log(`header: ${header}`);
  console.log(`first entry: ${entries[0]}`);
  console.log(`an admin, by the first entry: ${isInternal(entries[0])}`);
  console.log(`an admin, by the last entry: ${isInternal(entries.at(-1))}`);
  res.end();
});

const proxy = http.createServer((req, res) => {
  const before = req.headers['x-forwarded-for'];
  const address = req.socket.remoteAddress; // the only thing the proxy knows for sure
  const headers = { 'x-forwarded-for': before ? `${before}, ${address}` : address };
  http.get({ host: '127.0.0.1', port: app.address().port, agent: false, headers }, (response) =>
    response.pipe(res),
  );
});

app.listen(0, '127.0.0.1', () => {
  proxy.listen(0, '127.0.0.1', () => {
    // The attacker sends a forged header.
    const headers = { 'x-forwarded-for': '10.0.0.1' };
    const { port } = proxy.address();
    http.get({ host: '127.0.0.1', port, agent: false, headers }, (response) => {
      response.resume().on('end', () => {
        proxy.close();
        app.close();
      });
    });
  });
});
