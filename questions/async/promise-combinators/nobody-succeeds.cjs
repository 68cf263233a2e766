/* ---
title: When every attempt fails
difficulty: medium
teaches: Promise.any rejects only when all have failed, with one AggregateError whose errors are in the order of the input.
expect:
  - mirror fails
  - main server fails
  - "reason: AggregateError"
  - "errors: main server, mirror"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function download(from, ms) {
  await sleep(ms);
  console.log(`${from} fails`);
  throw new Error(from);
}

Promise.any([download('main server', 150), download('mirror', 50)]).catch((error) => {
  console.log(`reason: ${error.name}`);
  console.log(`errors: ${error.errors.map(({ message }) => message).join(', ')}`);
});
