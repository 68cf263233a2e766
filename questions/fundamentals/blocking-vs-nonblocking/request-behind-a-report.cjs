/* ---
title: A health check behind a report
difficulty: medium
teaches: While one handler blocks the thread, a request that arrives is not even noticed; its handler starts when the thread is free.
permissions: [net]
expect:
  - report starts
  - health check is sent
  - report is done
  - health check is handled
--- */
const http = require('node:http');

const server = http.createServer((request, response) => {
  if (request.url === '/health') {
    console.log('health check is handled');
    server.close();
  } else {
    console.log('report starts');
    ask('/health');
    console.log('health check is sent');
    const end = Date.now() + 200;
    while (Date.now() < end);
    console.log('report is done');
  }
  response.end();
});

function ask(path) {
  const { address: host, port } = server.address();
  http.get({ host, port, path, agent: false }, (response) => response.resume());
}

server.listen(0, '127.0.0.1', () => ask('/report'));
