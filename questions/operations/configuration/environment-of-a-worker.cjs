/* ---
title: A worker changes the environment
difficulty: hard
teaches: A worker thread gets a copy of process.env when it starts, so neither side sees what the other changes later; child processes get a copy too.
permissions: [worker]
expect:
  - 'main sets MODE: late'
  - 'worker sees MODE: early'
  - 'worker sets MODE: changed'
  - 'main sees MODE: late'
--- */
const { Worker, isMainThread, parentPort } = require('node:worker_threads');

if (isMainThread) {
  process.env.MODE = 'early';
  const worker = new Worker(__filename);
  process.env.MODE = 'late';
  console.log(`main sets MODE: ${process.env.MODE}`);
  worker.on('message', (line) => console.log(line));
  worker.on('exit', () => console.log(`main sees MODE: ${process.env.MODE}`));
} else {
  parentPort.postMessage(`worker sees MODE: ${process.env.MODE}`);
  process.env.MODE = 'changed';
  parentPort.postMessage(`worker sets MODE: ${process.env.MODE}`);
}
