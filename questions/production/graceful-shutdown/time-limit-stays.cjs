/* ---
title: A deadline that causes what it should prevent
difficulty: hard
teaches: The deadline's timer keeps the process alive; without unref or clearTimeout a clean shutdown waits for it and exits with an error.
expect:
  - stopping
  - everything is closed
  - deadline reached
  - exit: 1
--- */
const { setTimeout: wait } = require('node:timers/promises');

async function stop() {
  console.log('stopping');
  setTimeout(() => {
    console.log('deadline reached');
    process.exit(1);
  }, 300);

  await wait(50); // requests are drained, the pool is closed
  console.log('everything is closed');
}

process.once('SIGTERM', stop);
process.emit('SIGTERM', 'SIGTERM');
