/* ---
title: When a stream starts flowing, in an ES module
difficulty: hard
teaches: The order differs from CommonJS. The flow starts in a nextTick, and the body of a module runs inside a microtask, so the microtasks it adds run before that nextTick.
twinOf: flow-starts-later
expect:
  - script ends
  - microtask
  - read is called
  - data
  - end
  - immediate
--- */
import { Readable } from 'node:stream';

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
