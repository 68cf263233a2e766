/* ---
title: Closing a server while it works on a request
difficulty: medium
teaches: close stops listening immediately, and its callback waits until the requests in flight have their response and the connections are closed.
expect:
  - request arrives
  - 'listening: false'
  - response is sent
  - server is closed
permissions: [net]
--- */
const http = require('node:http');

const server = http.createServer((request, response) => {
  console.log('request arrives');
  server.close(() => console.log('server is closed'));
  console.log(`listening: ${server.listening}`);
  setTimeout(() => {
    console.log('response is sent');
    response.end('done');
  }, 50);
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  http.get({ port, host: '127.0.0.1', agent: false }, (response) => response.resume());
});
