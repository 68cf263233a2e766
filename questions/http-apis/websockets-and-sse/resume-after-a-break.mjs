/* ---
title: The connection breaks after the second event
difficulty: medium
teaches: Events carry ids, and the client repeats the last one it has seen, so the server can send what was missed; without ids, events would be lost or repeated.
permissions: [net]
expect:
  - connect, last seen 0
  - got 1
  - got 2
  - broken
  - connect, last seen 2
  - got 3
  - complete
--- */
import { once } from 'node:events';
import { createServer } from 'node:http';

let connections = 0;
const server = createServer((req, res) => {
  const last = Number(req.headers['last-event-id'] ?? 0);
  const breaks = ++connections === 1;
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  const missed = [1, 2, 3].filter((id) => id > last);
  for (const id of breaks ? missed.slice(0, 2) : missed) res.write(`id: ${id}\n\n`);
  if (breaks) setTimeout(() => res.destroy(), 50);
  else res.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${server.address().port}/`;

let last = 0;
async function listen() {
  console.log(`connect, last seen ${last}`);
  const res = await fetch(url, { headers: { 'last-event-id': String(last) } });
  let text = '';
  for await (const chunk of res.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end; (end = text.indexOf('\n\n')) !== -1; text = text.slice(end + 2)) {
      last = Number(text.slice('id: '.length, end));
      console.log(`got ${last}`);
    }
  }
  console.log('complete');
}

await listen().catch(() => {
  console.log('broken');
  return listen();
});
server.close();
server.closeAllConnections();
