/* ---
title: Middleware that does neither
difficulty: medium
teaches: Middleware that neither responds nor calls next leaves the request hanging; nothing throws, and only a timeout ends it.
permissions: [net]
expect:
  - "logger: before"
  - "auth: no token"
  - "logger: after"
  - "timeout after 200 ms"
  - "client: 503"
--- */
const http = require('node:http');

const chain = [
  (req, res, next) => {
    console.log('logger: before');
    next();
    console.log('logger: after');
  },
  (req, res, next) => {
    if (req.headers.authorization) next();
    else console.log('auth: no token');
  },
  (req, res) => res.end('hello'),
];

const server = http.createServer((req, res) => {
  setTimeout(() => {
    console.log('timeout after 200 ms');
    res.writeHead(503).end();
  }, 200);
  const run = (index) => chain[index](req, res, () => run(index + 1));
  run(0);
});

server.listen(0, '127.0.0.1', () => {
  http.get({ host: '127.0.0.1', port: server.address().port }, (res) => {
    console.log(`client: ${res.statusCode}`);
    res.resume().on('end', () => server.close());
  });
});
