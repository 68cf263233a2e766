/* ---
title: The two arrays, in an ES module
difficulty: medium
teaches: The order is the same as in CommonJS, because messages between threads decide it; in an ES module, pass the worker's file as a URL.
twinOf: shared-or-copied
expect:
  - the worker is done
  - 'plain array: 1'
  - 'shared array: 2'
permissions: [worker]
--- */
import { Worker, isMainThread, workerData, parentPort } from 'node:worker_threads';

if (isMainThread) {
  const plain = new Int32Array([1]);
  const shared = new Int32Array(new SharedArrayBuffer(4));
  shared[0] = 1;
  const worker = new Worker(new URL(import.meta.url), { workerData: { plain, shared } });
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
