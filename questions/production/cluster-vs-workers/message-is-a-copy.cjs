/* ---
title: An object that is changed after it was sent
difficulty: easy
teaches: postMessage copies the object immediately, so the other thread doesn't see later changes.
expect:
  - 'the worker got 1 item'
  - 'the main thread has 2 items'
permissions: [worker]
--- */
const { Worker, isMainThread, parentPort } = require('node:worker_threads');

if (isMainThread) {
  const order = { items: ['book'] };
  const worker = new Worker(__filename);
  worker.on('message', (text) => {
    console.log(text);
    console.log(`the main thread has ${order.items.length} items`);
  });
  worker.postMessage(order);
  order.items.push('pen');
} else {
  parentPort.once('message', ({ items }) => {
    parentPort.postMessage(`the worker got ${items.length} item`);
  });
}
