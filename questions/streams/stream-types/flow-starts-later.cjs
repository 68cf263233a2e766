/* ---
title: When a stream begins to flow
difficulty: hard
teaches: Nothing is read before somebody wants it. A data listener starts the flow in a nextTick, so the script ends first, and the promise jobs come after it.
expect:
  - script ends
  - read is called
  - data
  - end
  - promise job
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
Promise.resolve().then(() => console.log('promise job'));
console.log('script ends');
