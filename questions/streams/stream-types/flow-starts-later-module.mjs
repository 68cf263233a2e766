/* ---
title: When a stream begins to flow, in an ES module
difficulty: hard
teaches: The order differs from CommonJS. The flow starts in a nextTick, and the body of a module runs inside a promise job, so the promise jobs it adds come before that tick.
twinOf: flow-starts-later
expect:
  - script ends
  - promise job
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
Promise.resolve().then(() => console.log('promise job'));
console.log('script ends');
