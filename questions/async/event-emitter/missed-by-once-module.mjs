/* ---
title: Two events for two awaits, in an ES module
difficulty: devilish
twinOf: missed-by-once
teaches: The second event is missed just the same, but here the module itself is waiting, and Node reports that with exit code 13.
expect:
  - waiting for open
  - open and ready are emitted
  - open was heard
  - waiting for ready
  - exit: 13
--- */
import { EventEmitter, once } from 'node:events';

const socket = new EventEmitter();
process.nextTick(() => {
  socket.emit('open');
  socket.emit('ready');
  console.log('open and ready are emitted');
});

console.log('waiting for open');
await once(socket, 'open');
console.log('open was heard');
console.log('waiting for ready');
await once(socket, 'ready');
console.log('module is done');
