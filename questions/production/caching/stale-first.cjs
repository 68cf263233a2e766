/* ---
title: The old value first, the new one later
difficulty: hard
teaches: Stale while revalidate serves the old value immediately and refreshes in the background; the request that triggers the refresh does not see its result.
expect:
  - 'request 1 gets version 1'
  - refresh starts
  - 'request 2 gets version 1'
  - refresh ends
  - 'request 3 gets version 2'
--- */
const { setTimeout: wait } = require('node:timers/promises');
const entry = { value: 'version 1', stale: false, refreshing: undefined };

async function refresh() {
  console.log('refresh starts');
  await wait(50);
  Object.assign(entry, { value: 'version 2', stale: false, refreshing: undefined });
  console.log('refresh ends');
}

async function get() {
  if (entry.stale) entry.refreshing ??= refresh();
  return entry.value;
}

async function main() {
  console.log(`request 1 gets ${await get()}`);
  entry.stale = true; // its TTL has expired
  console.log(`request 2 gets ${await get()}`);
  await wait(200);
  console.log(`request 3 gets ${await get()}`);
}
main();
