/* ---
title: A timeout with Promise.race
difficulty: hard
teaches: A race against a timer stops the waiting, not the work; the slow call still finishes, and only then can the process exit.
expect:
  - "caller: timed out"
  - caller responds with 504
  - slow query is done anyway
  - process ends
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function slowQuery() {
  await sleep(250);
  console.log('slow query is done anyway');
}

async function limit(ms) {
  await sleep(ms);
  throw new Error('timed out');
}

process.on('exit', () => console.log('process ends'));

Promise.race([slowQuery(), limit(50)])
  .catch((error) => console.log(`caller: ${error.message}`))
  .then(() => console.log('caller responds with 504'));
