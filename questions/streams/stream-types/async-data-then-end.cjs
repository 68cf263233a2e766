/* ---
title: An async data listener, and then end
difficulty: medium
teaches: A stream ignores the promise that a data listener returns. It delivers the next chunk and emits end while earlier handlers are still waiting, so the final count runs too early.
expect:
  - save a starts
  - save b starts
  - "end: 0 of 2 saved"
  - a is saved
  - b is saved
--- */
const { Readable } = require('node:stream');
const { setTimeout: sleep } = require('node:timers/promises');

let saved = 0;
const source = Readable.from(['a', 'b']);

source.on('data', async (chunk) => {
  console.log(`save ${chunk} starts`);
  await sleep(chunk === 'a' ? 100 : 300);
  saved += 1;
  console.log(`${chunk} is saved`);
});
source.on('end', () => console.log(`end: ${saved} of 2 saved`));
