/* ---
title: Before and after next
difficulty: easy
teaches: next() is a plain function call. The code after it runs when the rest of the chain has returned, so middleware wrap each other like the layers of an onion.
expect:
  - "log: before"
  - "auth: before"
  - handler
  - "auth: after"
  - "log: after"
  - chain returned
--- */
const chain = [
  (next) => {
    console.log('log: before');
    next();
    console.log('log: after');
  },
  (next) => {
    console.log('auth: before');
    next();
    console.log('auth: after');
  },
  () => console.log('handler'),
];

const run = (index) => chain[index](() => run(index + 1));
run(0);
console.log('chain returned');
