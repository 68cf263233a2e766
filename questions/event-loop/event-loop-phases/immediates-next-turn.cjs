/* ---
title: An immediate inside an immediate
difficulty: medium
teaches: The check phase runs the immediates that were queued when it began; a new one waits for the next iteration, a new tick does not wait.
expect:
  - first immediate
  - tick from the first
  - second immediate
  - nested immediate
decoys:
  - 'tick from the second'
--- */
setImmediate(() => {
  console.log('first immediate');
  setImmediate(() => console.log('nested immediate'));
  process.nextTick(() => console.log('tick from the first'));
});
setImmediate(() => console.log('second immediate'));
