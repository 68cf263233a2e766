/* ---
title: for await over a list of promises
difficulty: devilish
teaches: for await takes one promise after another, so one further back that fails early has no handler yet; Promise.all puts a handler on all of them from the start.
expect:
  - "with Promise.all: second failed"
  - uncaught: "Error: third failed"
  - exit: 1
decoys:
  - 'first'
  - 'with for await: third failed'
--- */
const { setTimeout: sleep } = require('node:timers/promises');

async function fail(name, ms) {
  await sleep(ms);
  throw new Error(`${name} failed`);
}

async function main() {
  try {
    await Promise.all([sleep(150), fail('second', 50)]);
  } catch (error) {
    console.log(`with Promise.all: ${error.message}`);
  }
  try {
    for await (const row of [sleep(150, 'first'), fail('third', 50)]) console.log(row);
  } catch (error) {
    console.log(`with for await: ${error.message}`);
  }
}

main();
