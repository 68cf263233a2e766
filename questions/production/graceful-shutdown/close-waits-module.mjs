/* ---
title: Closing a busy server, in an ES module
difficulty: medium
teaches: The order is the same as in CommonJS, because every line waits for a socket or a timer and none for the end of the script.
twinOf: close-waits
expect:
  - request arrives
  - 'listening: false'
  - response is sent
  - server is closed
permissions: [net]
--- */
import http from 'node:http';

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
