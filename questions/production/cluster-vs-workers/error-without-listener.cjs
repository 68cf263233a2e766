/* ---
title: A worker that throws, and nobody listens
difficulty: hard
teaches: A Worker is an EventEmitter, so an error event without a listener is thrown in the main thread and crashes the whole process.
expect:
  - main thread continues
  - 'process exit code: 1'
  - uncaught: 'Error: the worker failed'
  - exit: 1
permissions: [worker]
--- */
const { Worker, isMainThread } = require('node:worker_threads');

if (isMainThread) {
  new Worker(__filename);
  setTimeout(() => console.log('a minute later'), 60_000);
  process.on('exit', (code) => console.log(`process exit code: ${code}`));
  console.log('main thread continues');
} else {
  throw new Error('the worker failed');
}
