/* ---
title: next with await, and without
difficulty: hard
teaches: Middleware that does not await next() continues as soon as the handler first waits, so its "after" part runs too early, measures too little and misses errors.
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
