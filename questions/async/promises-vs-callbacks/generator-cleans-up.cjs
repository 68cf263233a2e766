/* ---
title: Leaving an async generator early
difficulty: hard
teaches: Leaving a for await loop with break stops the generator at its current yield; its finally block runs, and the loop waits for it before the next line.
expect:
  - connection opened
  - "page 1"
  - "page 2"
  - connection is closing
  - connection closed
  - after the loop
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function* pages() {
  console.log('connection opened');
  try {
    for (let page = 1; ; page += 1) yield page;
  } finally {
    console.log('connection is closing');
    await sleep(50);
    console.log('connection closed');
  }
}

async function main() {
  for await (const page of pages()) {
    console.log(`page ${page}`);
    if (page === 2) break;
  }
  console.log('after the loop');
}

main();
