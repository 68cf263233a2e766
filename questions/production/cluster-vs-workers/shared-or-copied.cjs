/* ---
title: Two arrays on their way to a worker
difficulty: medium
teaches: A typed array on an ordinary buffer is copied, while one on a SharedArrayBuffer is the same memory in both threads.
expect:
  - the worker is done
  - 'plain array: 1'
  - 'shared array: 2'
permissions: [worker]
--- */
const { Worker, isMainThread, workerData, parentPort } = require('node:worker_threads');

if (isMainThread) {
  const plain = new Int32Array([1]);
  const shared = new Int32Array(new SharedArrayBuffer(4));
  shared[0] = 1;
  const worker = new Worker(__filename, { workerData: { plain, shared } });
  worker.on('message', (text) => {
    console.log(text);
    console.log(`plain array: ${plain[0]}`);
    console.log(`shared array: ${Atomics.load(shared, 0)}`);
  });
} else {
  workerData.plain[0] += 1;
  Atomics.add(workerData.shared, 0, 1);
  parentPort.postMessage('the worker is done');
}
