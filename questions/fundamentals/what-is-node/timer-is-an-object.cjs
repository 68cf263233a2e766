/* ---
title: A timer that does not keep the program alive
difficulty: medium
teaches: In Node setTimeout returns an object, not a number; its methods are Node's own addition, and unref tells Node not to wait for this timer.
expect:
  - "type of a timer: object"
  - "keeps the process alive: true"
  - "after unref: false"
  - script ends
--- */
const timer = setTimeout(() => console.log('one minute is over'), 60_000);

console.log(`type of a timer: ${typeof timer}`);
console.log(`keeps the process alive: ${timer.hasRef()}`);
timer.unref();
console.log(`after unref: ${timer.hasRef()}`);
console.log('script ends');
