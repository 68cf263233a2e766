/* ---
title: A load balancer and a replica that is not ready
difficulty: medium
teaches: A load balancer hands requests to its replicas in turn and leaves out those that fail the readiness check, which therefore get no traffic but are not killed.
permissions: [net]
expect:
  - 'request 1: served by a'
  - 'request 2: served by b'
  - b fails its readiness check
  - 'request 3: served by a'
  - 'request 4: served by a'
  - 'b itself still serves: b'
--- */
const { once } = require('node:events');
const http = require('node:http');

async function startReplica(name) {
  const replica = { name, ready: true };
  replica.server = http.createServer((req, res) => {
    if (req.url === '/ready') res.statusCode = replica.ready ? 200 : 503;
    res.setHeader('connection', 'close').end(name);
  });
  replica.server.listen(0, '127.0.0.1');
  await once(replica.server, 'listening');
  replica.get = (path) => fetch(`http://127.0.0.1:${replica.server.address().port}${path}`);
  return replica;
}

async function main() {
  const replicas = [await startReplica('a'), await startReplica('b')];
  let inRotation = replicas;
  let turn = 0;
  const checkAll = async () => {
    const responses = await Promise.all(replicas.map(({ get }) => get('/ready')));
    inRotation = replicas.filter((_, index) => responses[index].ok);
  };
  const balanced = async (number) => {
    const response = await inRotation[turn++ % inRotation.length].get('/');
    console.log(`request ${number}: served by ${await response.text()}`);
  };

  await balanced(1);
  await balanced(2);
  replicas[1].ready = false;
  await checkAll();
  console.log('b fails its readiness check');
  await balanced(3);
  await balanced(4);
  console.log(`b itself still serves: ${await (await replicas[1].get('/')).text()}`);
  for (const { server } of replicas) server.close();
}
main();
