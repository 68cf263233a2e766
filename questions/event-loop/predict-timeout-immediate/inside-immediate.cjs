/* ---
title: Timeout or immediate inside an immediate
difficulty: hard
teaches: After the check phase the loop reaches the timers phase before the next check phase, so it depends on the clock again.
race: The timers come next, but the new timer needs 1 ms. If that has passed by then the timeout is first; if not, the loop continues to the next check phase and the immediate is first.
expect:
  - outer immediate
  - promise job
  - any: [timeout, nested immediate]
--- */
setImmediate(() => {
  console.log('outer immediate');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('nested immediate'));
  Promise.resolve().then(() => console.log('promise job'));
});
