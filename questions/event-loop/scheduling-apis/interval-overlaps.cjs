/* ---
title: An interval with an async function that takes longer than its delay
difficulty: hard
teaches: setInterval does not wait for the promise of its callback, so the next run starts while the previous one is still in progress.
expect:
  - run 1 starts, 1 in progress
  - run 2 starts, 2 in progress
  - run 3 starts, 3 in progress
  - run 1 ends
  - run 2 ends
  - run 3 ends
--- */
const releases = [];
let started = 0;
let inProgress = 0;

async function run() {
  const name = `run ${(started += 1)}`;
  inProgress += 1;
  console.log(`${name} starts, ${inProgress} in progress`);
  // The service that it calls responds only after the third run has started.
  await new Promise((resolve) => releases.push(resolve));
  inProgress -= 1;
  console.log(`${name} ends`);
}

const interval = setInterval(() => {
  run();
  if (started === 3) {
    clearInterval(interval);
    for (const release of releases) release();
  }
}, 10);
