/* ---
title: A worker that throws
difficulty: hard
teaches: An uncaught error stops the worker, not the process; the main thread gets an error event, then exit, and continues.
expect:
  - the worker is ready
  - 'error: the job failed'
  - 'worker exit code: 1'
  - the main thread continues
  - 'process exit code: 0'
permissions: [worker]
--- */
const { Worker, isMainThread, parentPort } = require('node:worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (text) => {
    console.log(text);
    worker.postMessage('a job');
  });
  worker.on('error', (error) => console.log(`error: ${error.message}`));
  worker.on('exit', (code) => {
    console.log(`worker exit code: ${code}`);
    setImmediate(() => console.log('the main thread continues'));
  });
  process.on('exit', (code) => console.log(`process exit code: ${code}`));
} else {
  parentPort.on('message', () => {
    throw new Error('the job failed');
  });
  parentPort.postMessage('the worker is ready');
}
