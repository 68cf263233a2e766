/* ---
title: Who is the client behind the proxy?
difficulty: hard
teaches: A proxy appends to X-Forwarded-For what it saw, so only the entries counted from the right were written by your own proxies; the left ones are the client's claim.
permissions: [net]
expect:
  - "honest, first entry: 127.0.0.1"
  - "honest, last entry: 127.0.0.1"
  - "forged, first entry: 203.0.113.9"
  - "forged, last entry: 127.0.0.1"
--- */
const http = require('node:http');

const listen = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

const app = http.createServer((req, res) => {
  const entries = req.headers['x-forwarded-for'].split(',').map((entry) => entry.trim());
  const what = req.headers['x-test'];
  console.log(`${what}, first entry: ${entries[0]}`);
  console.log(`${what}, last entry: ${entries.at(-1)}`);
  res.end();
});

async function main() {
  const port = await listen(app);

  const proxy = http.createServer((req, res) => {
    const claimed = req.headers['x-forwarded-for'];
    const seen = req.socket.remoteAddress;
    const headers = { ...req.headers, 'x-forwarded-for': claimed ? `${claimed}, ${seen}` : seen };
    http.get({ host: '127.0.0.1', port, headers, agent: false }, (inner) => inner.pipe(res));
  });
  const url = `http://127.0.0.1:${await listen(proxy)}/`;

  await (await fetch(url, { headers: { 'x-test': 'honest' } })).text();
  await (await fetch(url, { headers: { 'x-test': 'forged', 'x-forwarded-for': '203.0.113.9' } })).text();

  for (const server of [app, proxy]) {
    server.close();
    server.closeAllConnections();
  }
}

main();
