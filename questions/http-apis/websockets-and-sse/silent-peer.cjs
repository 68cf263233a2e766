/* ---
title: One of two clients has fallen silent
difficulty: hard
teaches: A dead peer looks like a quiet one, so the server pings and terminates whoever has not replied by the next round.
permissions: [net]
expect:
  - "round 1: ping a, b"
  - a replied
  - "round 2: terminate b"
  - "round 2: ping a"
  - a replied again
--- */
const { once } = require('node:events');
const net = require('node:net');

const sockets = new Map();
const server = net.createServer((socket) => {
  socket.once('data', (name) => {
    sockets.set(String(name), { socket, alive: true });
    socket.on('data', () => (sockets.get(String(name)).alive = true));
    server.emit('named');
  });
});

function sweep(round) {
  for (const [name, { socket, alive }] of sockets) {
    if (alive) continue;
    console.log(`round ${round}: terminate ${name}`);
    socket.destroy();
    sockets.delete(name);
  }
  for (const peer of sockets.values()) {
    peer.alive = false;
    peer.socket.write('ping');
  }
  console.log(`round ${round}: ping ${[...sockets.keys()].join(', ')}`);
}

async function connect(name) {
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(name);
  await once(server, 'named');
  return socket;
}

server.listen(0, '127.0.0.1', async () => {
  const a = await connect('a');
  await connect('b'); // gets the pings and says nothing: a laptop that sleeps
  a.on('data', () => a.write('pong'));

  sweep(1);
  await once(sockets.get('a').socket, 'data');
  console.log('a replied');
  sweep(2);
  await once(sockets.get('a').socket, 'data');
  console.log('a replied again');

  a.destroy();
  server.close();
});
