/* ---
title: await in a loop, or Promise.all
difficulty: easy
teaches: await in a loop starts the next call when the previous one is done; with Promise.all every call is started first, and the waits overlap.
expect:
  - "loop: a starts"
  - "loop: a ends"
  - "loop: b starts"
  - "loop: b ends"
  - "all: a starts"
  - "all: b starts"
  - "all: a ends"
  - "all: b ends"
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function load(label, name) {
  console.log(`${label}: ${name} starts`);
  await sleep(50);
  console.log(`${label}: ${name} ends`);
}

async function main() {
  for (const name of ['a', 'b']) {
    await load('loop', name);
  }
  await Promise.all(['a', 'b'].map((name) => load('all', name)));
}

main();
