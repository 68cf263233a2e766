/* ---
title: One connection, a slow and a fast request
difficulty: hard
teaches: With HTTP/1.1 a connection carries one request at a time, so the fast one waits behind the slow one; with HTTP/2 both are streams of one connection, and the fast one overtakes.
permissions: [net]
expect:
  - HTTP/1.1 responds to /slow
  - HTTP/1.1 responds to /fast
  - HTTP/2 responds to /fast
  - HTTP/2 responds to /slow
  - connections, 1 and 1
--- */
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';

let fastIsDone = Promise.resolve();

async function handle(req, res) {
  if (req.url === '/slow') {
    await sleep(20);
    await fastIsDone;
  }
  res.end();
}

const connections = { one: 0, two: 0 };
const one = http.createServer(handle).on('connection', () => (connections.one += 1));
const two = http2.createServer(handle).on('connection', () => (connections.two += 1));
for (const server of [one, two]) await once(server.listen(0, '127.0.0.1'), 'listening');

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
async function getOne(path) {
  const [res] = await once(http.get({ host: '127.0.0.1', port: one.address().port, path, agent }), 'response');
  await once(res.resume(), 'end');
  console.log(`HTTP/1.1 responds to ${path}`);
}
await Promise.all([getOne('/slow'), getOne('/fast')]);
agent.destroy();
one.close();

const session = http2.connect(`http://127.0.0.1:${two.address().port}`);
async function getTwo(path) {
  await once(session.request({ ':path': path }).resume(), 'end');
  console.log(`HTTP/2 responds to ${path}`);
}
const slow = getTwo('/slow');
fastIsDone = getTwo('/fast'); // from here on the slow one really waits for it
await Promise.all([slow, fastIsDone]);
session.close();
two.close();

console.log(`connections, ${connections.one} and ${connections.two}`);
