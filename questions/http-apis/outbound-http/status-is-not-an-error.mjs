/* ---
title: Which failures does fetch reject?
difficulty: easy
teaches: fetch resolves for every HTTP status and rejects only when there is no response; the reason of a failed connection is in error.cause.
permissions: [net]
expect:
  - "503, ok: false"
  - "SyntaxError, after json()"
  - "TypeError: fetch failed"
  - "cause: ECONNREFUSED"
--- */
import { once } from 'node:events';
import { createServer } from 'node:http';

const server = createServer((req, res) => res.writeHead(503).end('<h1>Sorry</h1>'));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;

try {
  const res = await fetch(url);
  console.log(`${res.status}, ok: ${res.ok}`);
  await res.json();
} catch (error) {
  console.log(`${error.name}, after json()`);
}

server.close();
server.closeAllConnections();
await once(server, 'close');

try {
  await fetch(url);
  console.log('resolved');
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
  console.log(`cause: ${error.cause.code}`);
}
