/* ---
title: The server has just closed this connection
difficulty: devilish
teaches: A reset on a reused connection usually means that the server closed it while it was idle; an idempotent request can be retried on a fresh one.
permissions: [net]
expect:
  - "/a: 200, reused: false"
  - "/b: ECONNRESET, reused: true"
  - try /b again
  - "/b: 200, reused: false"
--- */
const http = require('node:http');

// Imitates an idle timeout that fires while the second request is on its way.
const server = http.createServer((req, res) => {
  req.socket.requests = (req.socket.requests ?? 0) + 1;
  if (req.socket.requests > 1) req.socket.destroy();
  else res.end();
});

server.listen(0, '127.0.0.1', async () => {
  const agent = new http.Agent({ keepAlive: true });

  const get = (path) =>
    new Promise((resolve) => {
      const req = http.get({ host: '127.0.0.1', port: server.address().port, path, agent });
      const report = (result) => console.log(`${path}: ${result}, reused: ${req.reusedSocket}`);
      req.on('response', (res) => {
        report(res.statusCode);
        res.resume().on('end', () => setImmediate(resolve));
      });
      req.on('error', (error) => {
        report(error.code);
        if (!req.reusedSocket || error.code !== 'ECONNRESET') return resolve();
        console.log(`try ${path} again`);
        resolve(get(path));
      });
    });

  await get('/a');
  await get('/b');
  agent.destroy();
  server.close();
});
