/* ---
title: Two events for two awaits
difficulty: devilish
teaches: The second once adds its listener only when the code after the first await runs, and by then an event emitted right after the first one is lost.
expect:
  - waiting for open
  - open and ready are emitted
  - open was heard
  - waiting for ready
  - exit code 0
--- */
const { EventEmitter, once } = require('node:events');

const socket = new EventEmitter();
process.nextTick(() => {
  socket.emit('open');
  socket.emit('ready');
  console.log('open and ready are emitted');
});
process.on('exit', (code) => console.log(`exit code ${code}`));

async function main() {
  console.log('waiting for open');
  await once(socket, 'open');
  console.log('open was heard');
  console.log('waiting for ready');
  await once(socket, 'ready');
  console.log('main is done');
}

main();
