/* ---
title: A tick that asks for another tick
difficulty: medium
teaches: Ticks that are added while the queue is being drained run in the same pass, so a function that keeps adding itself starves everything else.
expect:
  - tick 1
  - tick 2
  - tick 3
  - promise job
  - immediate
--- */
function again(count) {
  console.log(`tick ${count}`);
  if (count < 3) process.nextTick(again, count + 1);
}

setImmediate(() => console.log('immediate'));
Promise.resolve().then(() => console.log('promise job'));
process.nextTick(again, 1);
