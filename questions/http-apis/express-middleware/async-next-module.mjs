/* ---
title: next with await, and without, in an ES module
difficulty: hard
teaches: The order is the same as in CommonJS, because everything after the script runs in microtasks; only nextTick callbacks would swap places.
twinOf: async-next
expect:
  - "timer: start"
  - "transaction: open"
  - "handler: start"
  - "timer: stop"
  - script ends
  - "handler: end"
  - chain settled
  - "transaction: close"
--- */
const chain = [
  async (next) => {
    console.log('timer: start');
    next();
    console.log('timer: stop');
  },
  async (next) => {
    console.log('transaction: open');
    await next();
    console.log('transaction: close');
  },
  async () => {
    console.log('handler: start');
    await null;
    console.log('handler: end');
  },
];

const run = (index) => chain[index](() => run(index + 1));
run(0).then(() => console.log('chain settled'));
console.log('script ends');
