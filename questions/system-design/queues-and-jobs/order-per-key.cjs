/* ---
title: First in, first out, but finished in another order
difficulty: hard
teaches: Workers that share a queue receive jobs in order and finish them in any order, so jobs that depend on each other need one lane per key.
expect:
  - 'shared queue: cancel 7'
  - 'shared queue: pay 8'
  - 'shared queue: pay 7'
  - 'lane per order: pay 8'
  - 'lane per order: pay 7'
  - 'lane per order: cancel 7'
--- */
const { setTimeout: wait } = require('node:timers/promises');

const jobs = [
  { order: 7, does: 'pay', takes: 300 },
  { order: 7, does: 'cancel', takes: 60 },
  { order: 8, does: 'pay', takes: 180 },
];

// A worker takes one job after the other from its queue.
async function worker(queue, name) {
  for (let job = queue.shift(); job; job = queue.shift()) {
    await wait(job.takes);
    console.log(`${name}: ${job.does} ${job.order}`);
  }
}

async function main() {
  const shared = [...jobs];
  await Promise.all([1, 2, 3].map(() => worker(shared, 'shared queue')));

  const lanes = [7, 8].map((key) => jobs.filter(({ order }) => order === key));
  await Promise.all(lanes.map((lane) => worker(lane, 'lane per order')));
}

main();
