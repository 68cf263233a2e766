/* ---
title: Adding and removing listeners during emit
difficulty: hard
teaches: emit works on a copy of the list, so a listener removed meanwhile is still called this time, and one that was added waits for the next emit.
expect:
  - "1: a removes b, adds c"
  - "1: b"
  - "2: a again"
  - "2: c"
--- */
const { EventEmitter } = require('node:events');

const bus = new EventEmitter();
const b = (round) => console.log(`${round}: b`);
const c = (round) => console.log(`${round}: c`);

function a(round) {
  if (round === 2) return console.log(`${round}: a again`);
  console.log(`${round}: a removes b, adds c`);
  bus.off('round', b);
  bus.on('round', c);
}

bus.on('round', a);
bus.on('round', b);
bus.emit('round', 1);
bus.emit('round', 2);
