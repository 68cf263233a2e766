/* ---
title: Which type does the browser see?
difficulty: medium
teaches: node:http sets no Content-Type, so the browser guesses, and may treat text with tags as a page; set the type and forbid guessing with nosniff.
permissions: [net]
expect:
  - "res.end alone: null"
  - "JSON text: null"
  - "Response.json: application/json"
  - "a string as Response: text/plain;charset=UTF-8"
--- */
import { once } from 'node:events';
import { createServer } from 'node:http';

const server = createServer((req, res) => {
  let path;
  try {
    path = decodeURIComponent(req.url);
  } catch {
    return res.writeHead(400).end(); // GET /%
  }
  if (path.startsWith('/json')) res.end(JSON.stringify({ error: path }));
  else res.end(`No such page: ${path}`);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

const typeOf = async (path) => {
  const res = await fetch(origin + path);
  await res.text();
  return res.headers.get('content-type');
};

console.log(`res.end alone: ${await typeOf('/<script>steal()</script>')}`);
console.log(`JSON text: ${await typeOf('/json/<script>steal()</script>')}`);

// The Web API's Response, which Hono and other frameworks use, sets a type by itself.
console.log(`Response.json: ${Response.json({}).headers.get('content-type')}`);
console.log(`a string as Response: ${new Response('<b>').headers.get('content-type')}`);

server.close();
server.closeAllConnections();
