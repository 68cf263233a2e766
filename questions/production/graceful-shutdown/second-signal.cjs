/* ---
title: A signal that is sent twice
difficulty: medium
teaches: One shared promise makes the shutdown run once, however often a signal arrives.
expect:
  - 'SIGTERM: stop listening'
  - SIGTERM again
  - SIGINT again
  - pool is closed
  - exit with code 0
--- */
const { setTimeout: wait } = require('node:timers/promises');

let stopping;
async function stop(signal) {
  console.log(`${signal}: stop listening`);
  await wait(50);
  console.log('pool is closed');
}
function onSignal(signal) {
  if (stopping) console.log(`${signal} again`);
  stopping ??= stop(signal);
}

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, onSignal);
process.on('exit', (code) => console.log(`exit with code ${code}`));

// emit calls the listeners as a signal would, on every operating system.
process.emit('SIGTERM', 'SIGTERM');
process.emit('SIGTERM', 'SIGTERM');
process.emit('SIGINT', 'SIGINT');
