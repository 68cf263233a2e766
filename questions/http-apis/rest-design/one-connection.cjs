/* ---
title: Three requests, with and without keep-alive
difficulty: medium
teaches: An agent with keepAlive sends the next request over the connection that is already open; without it each request pays for a new one.
permissions: [net]
expect:
  - connection 1 opens
  - /a on connection 1
  - /b on connection 1
  - connection 2 opens
  - /c on connection 2
  - server closed
--- */
const http = require('node:http');

let connections = 0;
const server = http.createServer((req, res) => {
  console.log(`${req.url} on connection ${req.socket.number}`);
  res.end();
});
server.on('connection', (socket) => {
  socket.number = ++connections;
  console.log(`connection ${connections} opens`);
});

function get(path, agent) {
  const options = { host: '127.0.0.1', port: server.address().port, path, agent };
  return new Promise((resolve) => {
    http.get(options, (res) => res.resume().on('end', () => setImmediate(resolve)));
  });
}

server.listen(0, '127.0.0.1', async () => {
  const keeping = new http.Agent({ keepAlive: true });
  await get('/a', keeping);
  await get('/b', keeping);
  await get('/c', new http.Agent({ keepAlive: false }));
  keeping.destroy();
  server.close(() => console.log('server closed'));
});
