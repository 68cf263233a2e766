/* ---
title: Four queries, two connections
difficulty: medium
teaches: Queries that find no free connection wait in a queue, so a fast query also waits for the slow one ahead of it.
expect:
  - slow 1 starts
  - slow 2 starts
  - 2 queries wait
  - slow 1 ends
  - fast 3 starts
  - fast 3 ends
  - fast 4 starts
  - fast 4 ends
  - slow 2 ends
--- */
const { setTimeout: wait } = require('node:timers/promises');

let free = 2;
const waiting = [];
async function acquire() {
  if (free > 0) free -= 1;
  else await new Promise((resolve) => waiting.push(resolve));
}
function release() {
  const next = waiting.shift();
  if (next) next();
  else free += 1;
}

async function query(name, ms) {
  await acquire();
  console.log(`${name} starts`);
  await wait(ms);
  console.log(`${name} ends`);
  release();
}

query('slow 1', 200);
query('slow 2', 1000);
query('fast 3', 50);
query('fast 4', 50);
queueMicrotask(() => console.log(`${waiting.length} queries wait`));
