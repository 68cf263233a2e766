/* ---
title: One turn of the loop, seen from an I/O callback
difficulty: hard
teaches: After the poll phase come the check phase, then the close callbacks, then the timers.
expect:
  - file was read
  - tick
  - promise job
  - immediate
  - socket closed
  - timeout
--- */
const fs = require('node:fs');
const net = require('node:net');

fs.readFile(__filename, () => {
  console.log('file was read');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  Promise.resolve().then(() => console.log('promise job'));
  process.nextTick(() => console.log('tick'));

  // It never connects: destroy() closes it right away.
  const socket = net.connect(9, '127.0.0.1');
  socket.on('close', () => console.log('socket closed'));
  socket.destroy();
});
