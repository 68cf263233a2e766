/* ---
title: A timer and a request during many sync reads
difficulty: hard
teaches: While sync reads run, no phase of the loop runs. The timer of 10 ms is overdue by then and fires first; the connection that arrived meanwhile waits for the poll phase.
permissions: [net]
expect:
  - reading for 200 ms
  - reads are done
  - timer of 10 ms
  - request was accepted
--- */
const fs = require('node:fs');
const net = require('node:net');

const server = net.createServer((socket) => {
  console.log('request was accepted');
  socket.destroy();
  server.close();
});

server.listen(0, '127.0.0.1', () => {
  net.connect(server.address().port, '127.0.0.1').on('error', () => {});
  setTimeout(() => console.log('timer of 10 ms'), 10);

  console.log('reading for 200 ms');
  const end = Date.now() + 200;
  while (Date.now() < end) fs.readFileSync(__filename);
  console.log('reads are done');
});
