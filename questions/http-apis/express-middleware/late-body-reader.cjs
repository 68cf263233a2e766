/* ---
title: Who read the body
difficulty: devilish
teaches: A request body is a stream that can be read once. A data listener in the first middleware starts the flow, and a handler that listens only after an await waits for an end event that has already fired.
permissions: [net]
expect:
  - "logger: 5 bytes"
  - "auth: user is known"
  - "handler: waits for the body"
  - "timeout after 400 ms"
  - "client: 503"
--- */
const http = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');

function logger(req) {
  req.on('data', (chunk) => console.log(`logger: ${chunk.length} bytes`));
}

async function auth() {
  await sleep(100);
  console.log('auth: user is known');
}

function handler(req, res) {
  req.on('data', (chunk) => console.log(`handler: got ${chunk}`));
  req.on('end', () => res.end('thanks'));
  console.log('handler: waits for the body');
}

const server = http.createServer(async (req, res) => {
  setTimeout(() => {
    console.log('timeout after 400 ms');
    res.writeHead(503).end();
  }, 400);
  logger(req);
  await auth();
  handler(req, res);
});

server.listen(0, '127.0.0.1', () => {
  const options = { host: '127.0.0.1', port: server.address().port, method: 'POST' };
  const client = http.request(options, (res) => {
    console.log(`client: ${res.statusCode}`);
    res.resume().on('end', () => server.close());
  });
  client.end('hello');
});
