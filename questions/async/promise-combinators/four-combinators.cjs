/* ---
title: One failure, four combinators
difficulty: medium
teaches: race follows the first to settle, any the first to succeed, and all the first to fail; allSettled waits for all of them and does not reject.
expect:
  - "race: Error: fast and wrong"
  - "all: Error: fast and wrong, too"
  - "any: middle"
  - "allSettled: rejected, fulfilled, fulfilled"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function fail() {
  await sleep(50);
  throw new Error('fast and wrong');
}

const three = [fail(), sleep(150, 'middle'), sleep(250, 'slow')];

Promise.race(three).catch((error) => console.log(`race: ${error}`));
Promise.all(three).catch((error) => console.log(`all: ${error}, too`));
Promise.any(three).then((value) => console.log(`any: ${value}`));
Promise.allSettled(three).then((results) => {
  console.log(`allSettled: ${results.map(({ status }) => status).join(', ')}`);
});
