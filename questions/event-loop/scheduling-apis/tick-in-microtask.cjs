/* ---
title: A tick that a microtask schedules
difficulty: hard
teaches: Once the microtask queue is being drained, it is drained completely; a tick scheduled there waits, even in CommonJS.
expect:
  - tick from the script
  - first job
  - microtask from the first job
  - second job
  - tick from the first job
--- */
Promise.resolve()
  .then(() => {
    console.log('first job');
    process.nextTick(() => console.log('tick from the first job'));
    queueMicrotask(() => console.log('microtask from the first job'));
  })
  .then(() => console.log('second job'));

process.nextTick(() => console.log('tick from the script'));
