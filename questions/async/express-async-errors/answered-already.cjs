/* ---
title: An error after the response has started
difficulty: hard
teaches: Once the headers are sent nothing can turn the response into a 500; closing the connection early is the only way left to tell the client that something is missing.
permissions: [net]
expect:
  - "client has status 200"
  - "handler fails, headers sent: true"
  - "a 500 now: ERR_HTTP_HEADERS_SENT"
  - "client sees: ECONNRESET"
--- */
const http = require('node:http');
const { EventEmitter, once } = require('node:events');

const client = new EventEmitter();
const server = http.createServer(async (request, response) => {
  response.write('first row\n');
  await once(client, 'headers');
  console.log(`handler fails, headers sent: ${response.headersSent}`);
  try {
    response.writeHead(500);
  } catch (error) {
    console.log(`a 500 now: ${error.code}`);
  }
  response.destroy();
  server.close();
});

server.listen(0, '127.0.0.1', () => {
  const { address: host, port } = server.address();
  http.get({ host, port }, (response) => {
    console.log(`client has status ${response.statusCode}`);
    response.on('error', (error) => console.log(`client sees: ${error.code}`));
    response.resume();
    client.emit('headers');
  });
});
