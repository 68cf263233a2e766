/* ---
title: An event nobody hears
difficulty: easy
teaches: emit calls the listeners synchronously; a constructor that defers it to the next tick gives its caller time to listen.
expect:
  - constructor ends
  - listener added
  - "ready: from the tick"
  - emit has returned
--- */
const { EventEmitter } = require('node:events');

class Cache extends EventEmitter {
  constructor() {
    super();
    this.emit('ready', 'from the constructor');
    process.nextTick(() => {
      this.emit('ready', 'from the tick');
      console.log('emit has returned');
    });
    console.log('constructor ends');
  }
}
new Cache().on('ready', (source) => console.log(`ready: ${source}`));
console.log('listener added');
