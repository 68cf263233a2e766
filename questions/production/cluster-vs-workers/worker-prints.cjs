/* ---
title: Who prints first?
difficulty: devilish
teaches: What a worker prints travels to the main thread as a message and is written there, so a blocked main thread holds back lines that were printed long ago.
expect:
  - 'main: the worker has done its work'
  - 'worker: done'
permissions: [worker]
decoys:
  - uncaught: 'Error: Atomics.wait cannot be called in this context'
--- */
const { Worker, isMainThread, workerData } = require('node:worker_threads');

if (isMainThread) {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  new Worker(__filename, { workerData: flag });
  Atomics.wait(flag, 0, 0); // blocks this thread until the flag is no longer 0
  console.log('main: the worker has done its work');
} else {
  console.log('worker: done');
  Atomics.store(workerData, 0, 1);
  Atomics.notify(workerData, 0);
}
