/* ---
title: When a stream starts flowing
difficulty: hard
teaches: A stream starts in paused mode. A data listener switches it to flowing mode in a nextTick, so the script finishes first, and the microtask runs after the flow has started.
expect:
  - script ends
  - read is called
  - data
  - end
  - microtask
  - immediate
--- */
const { Readable } = require('node:stream');

const source = new Readable({
  read() {
    console.log('read is called');
    this.push('x');
    this.push(null);
  },
});

source.on('data', () => console.log('data'));
source.on('end', () => console.log('end'));
setImmediate(() => console.log('immediate'));
Promise.resolve().then(() => console.log('microtask'));
console.log('script ends');
