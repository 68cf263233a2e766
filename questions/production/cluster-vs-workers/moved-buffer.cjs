/* ---
title: A buffer that moves to another thread
difficulty: medium
teaches: A buffer in the transfer list is moved, not copied, which is fast for any size, and leaves its sender with a length of 0.
expect:
  - 'before: 1048576 bytes'
  - 'after: 0 bytes'
  - 'the worker has 1048576 bytes'
  - 'back again: 1048576 bytes'
permissions: [worker]
--- */
const { Worker, isMainThread, parentPort } = require('node:worker_threads');

if (isMainThread) {
  const image = new ArrayBuffer(1024 * 1024);
  const worker = new Worker(__filename);
  worker.on('message', ({ text, buffer }) => {
    console.log(text);
    console.log(`back again: ${buffer.byteLength} bytes`);
  });
  console.log(`before: ${image.byteLength} bytes`);
  worker.postMessage(image, [image]);
  console.log(`after: ${image.byteLength} bytes`);
} else {
  parentPort.once('message', (buffer) => {
    const text = `the worker has ${buffer.byteLength} bytes`;
    parentPort.postMessage({ text, buffer }, [buffer]);
  });
}
