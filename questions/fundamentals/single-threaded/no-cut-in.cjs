/* ---
title: Can a flag stop this loop?
difficulty: hard
teaches: Nothing interrupts running JavaScript; a callback that should change the condition of a busy loop only runs after the loop is over.
expect:
  - loop starts
  - "loop ends, stopped by the flag: false"
  - promise job sets the flag
  - timer sets the flag
--- */
let stop = false;
setTimeout(() => {
  stop = true;
  console.log('timer sets the flag');
}, 10);
Promise.resolve().then(() => {
  stop = true;
  console.log('promise job sets the flag');
});

console.log('loop starts');
const end = Date.now() + 100;
while (!stop && Date.now() < end);
console.log(`loop ends, stopped by the flag: ${stop}`);
