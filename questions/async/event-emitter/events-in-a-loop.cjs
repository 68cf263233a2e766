/* ---
title: for await over events
difficulty: hard
teaches: on() collects events from the moment it is called, so none is lost while the loop is busy; the loop ends with a break, an error event, an abort, or an event named in its close option.
expect:
  - 3 events are emitted
  - "loop: b"
  - "loop: c"
  - "loop ends: AbortError"
decoys:
  - 'loop: a'
--- */
const { EventEmitter, on } = require('node:events');

const bus = new EventEmitter();
const controller = new AbortController();

async function main() {
  bus.emit('letter', 'a');
  const letters = on(bus, 'letter', { signal: controller.signal });
  bus.emit('letter', 'b');
  bus.emit('letter', 'c');
  console.log('3 events are emitted');
  try {
    for await (const [letter] of letters) {
      console.log(`loop: ${letter}`);
      if (letter === 'c') setImmediate(() => controller.abort());
    }
  } catch (error) {
    console.log(`loop ends: ${error.name}`);
  }
}

main();
