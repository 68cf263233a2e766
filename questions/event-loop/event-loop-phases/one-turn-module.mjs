/* ---
title: The same turn, in an ES module
difficulty: hard
twinOf: one-turn
teaches: An ES module changes the order only while its own body runs; inside a callback of the loop it behaves like CommonJS.
expect:
  - file was read
  - tick
  - promise job
  - immediate
  - socket closed
  - timeout
--- */
import fs from 'node:fs';
import net from 'node:net';

fs.readFile(new URL(import.meta.url), () => {
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
