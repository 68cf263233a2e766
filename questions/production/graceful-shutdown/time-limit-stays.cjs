/* ---
title: A time limit that causes what it should prevent
difficulty: hard
teaches: The timer of the time limit keeps the process alive; without unref or clearTimeout a clean shutdown waits for it and exits with an error.
expect:
  - stopping
  - everything is closed
  - time limit reached
  - exit: 1
--- */
const { setTimeout: wait } = require('node:timers/promises');

async function stop() {
  console.log('stopping');
  setTimeout(() => {
    console.log('time limit reached');
    process.exit(1);
  }, 300);

  await wait(50); // requests are answered, the pool is closed
  console.log('everything is closed');
}

process.once('SIGTERM', stop);
process.emit('SIGTERM', 'SIGTERM');
