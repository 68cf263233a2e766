/* ---
title: Two events in three chunks
difficulty: easy
teaches: Chunks of a stream don't respect event boundaries; an event is complete when its empty line has arrived, so keep the rest.
permissions: [net]
expect:
  - chunk 1 completes 0
  - chunk 2 completes 1
  - "event: {\"price\":999}"
  - chunk 3 completes 1
  - "event: {\"price\":1049}"
--- */
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';

const client = new EventEmitter();
const pieces = ['data: {"pri', 'ce":999}\n\ndata: {"price":', '1049}\n\n'];

const server = createServer(async (req, res) => {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const piece of pieces) {
    res.write(piece);
    await once(client, 'read');
  }
  res.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const res = await fetch(`http://127.0.0.1:${server.address().port}/`);
let rest = '';
let chunks = 0;
for await (const chunk of res.body.pipeThrough(new TextDecoderStream())) {
  const blocks = (rest + chunk).split('\n\n');
  rest = blocks.pop();
  console.log(`chunk ${++chunks} completes ${blocks.length}`);
  for (const block of blocks) console.log(`event: ${block.slice('data: '.length)}`);
  client.emit('read');
}

server.close();
server.closeAllConnections();
