/* ---
title: Nobody reads the first response
difficulty: hard
teaches: A connection is busy until its response has been read to the end; with a limit on sockets, an unread body makes the next request wait.
permissions: [net]
expect:
  - server got /a
  - "/a: status 200"
  - "/b waits: 1"
  - now /a is read
  - server got /b
  - "/b: status 200"
--- */
const http = require('node:http');

const server = http.createServer((req, res) => {
  console.log(`server got ${req.url}`);
  res.end('x'.repeat(100_000));
});

server.listen(0, '127.0.0.1', () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = server.address();
  const get = (path, done) => http.get({ host: '127.0.0.1', port, path, agent }, done);

  get('/a', (a) => {
    console.log(`/a: status ${a.statusCode}`);

    get('/b', (b) => {
      console.log(`/b: status ${b.statusCode}`);
      b.resume();
      agent.destroy();
      server.close();
    });

    setTimeout(() => {
      console.log(`/b waits: ${Object.values(agent.requests).length}`);
      console.log('now /a is read');
      a.resume();
    }, 50);
  });
});
