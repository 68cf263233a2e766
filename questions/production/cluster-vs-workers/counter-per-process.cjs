/* ---
title: A counter in a cluster
difficulty: medium
teaches: Each process of a cluster has its own copy of every variable, so a count in memory is only the count of one process.
expect:
  - 'visit 1, in the worker: 1'
  - 'visit 2, in the worker: 2'
  - 'visit 3, in the primary: 1'
  - 'visit 4, in the worker: 3'
permissions: [child]
--- */
const cluster = require('node:cluster');
const { once } = require('node:events');
let visits = 0;

async function main() {
  const worker = cluster.fork();
  const inWorker = async () => {
    worker.send('a visit');
    const [count] = await once(worker, 'message');
    return count;
  };
  console.log(`visit 1, in the worker: ${await inWorker()}`);
  console.log(`visit 2, in the worker: ${await inWorker()}`);
  console.log(`visit 3, in the primary: ${(visits += 1)}`);
  console.log(`visit 4, in the worker: ${await inWorker()}`);
  worker.disconnect();
}

if (cluster.isPrimary) main();
else process.on('message', () => process.send((visits += 1)));
