/* ---
title: A request after close
difficulty: devilish
teaches: close closes the connections that are idle at the moment of the call; one that was busy is kept alive after its response, takes further requests and so delays the exit.
expect:
  - 'close is called'
  - 'first: 200 keep-alive'
  - 'second: 200 keep-alive'
  - server is closed
permissions: [net]
decoys:
  - 'first: 200 close'
  - 'second: 503 close'
--- */
const http = require('node:http');

const server = http.createServer((request, response) => {
  if (request.url === '/first') {
    server.close(() => console.log('server is closed'));
    console.log('close is called');
  }
  setTimeout(() => response.end('ok'), 50);
});

server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (const path of ['first', 'second']) {
    const { statusCode, headers } = await ask({ port, agent, host: '127.0.0.1', path: `/${path}` });
    console.log(`${path}: ${statusCode} ${headers.connection}`);
  }
  agent.destroy();
});

function ask(options) {
  return new Promise((resolve) => {
    http.get(options, (response) => response.resume().on('end', () => resolve(response)));
  });
}
