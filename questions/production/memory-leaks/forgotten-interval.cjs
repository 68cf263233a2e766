/* ---
title: An interval for every request
difficulty: medium
teaches: An interval belongs to the loop, not to the function that started it. It keeps firing, and keeps everything its callback captures alive, until it is cleared; sending the response doesn't clear it.
expect:
  - request 1 is served
  - request 2 is served
  - "still polling: 1, 2"
  - "after clearInterval: nobody"
--- */
const { setTimeout: wait } = require('node:timers/promises');

const polls = new Set();
const intervals = [];

function serve(id) {
  intervals.push(setInterval(() => polls.add(id), 10));
  console.log(`request ${id} is served`);
}

async function main() {
  serve(1);
  serve(2);
  await wait(200);
  console.log(`still polling: ${[...polls].sort().join(', ')}`);

  for (const interval of intervals) clearInterval(interval);
  polls.clear();
  await wait(100);
  console.log(`after clearInterval: ${[...polls].join(', ') || 'nobody'}`);
}

main();
