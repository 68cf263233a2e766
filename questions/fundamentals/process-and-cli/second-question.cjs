/* ---
title: Two questions and a pipe
difficulty: devilish
teaches: question waits for the next line, and a pipe delivers all lines together and closes, so a line that arrives while no question is waiting is dropped, and the next question fails. Iterate over the lines instead.
expect:
  - input closed
  - 'name: Ada'
  - 'age: ERR_USE_AFTER_CLOSE'
  - 'with for await: Ada, 36'
--- */
const { createInterface } = require('node:readline/promises');
const { Readable } = require('node:stream');

// As in: printf 'Ada\n36\n' | node ask.js
const open = () => createInterface({ input: Readable.from(['Ada\n36\n']) });

async function main() {
  const readline = open();
  readline.on('close', () => console.log('input closed'));
  console.log(`name: ${await readline.question('')}`);
  const age = await readline.question('').catch((error) => error.code);
  console.log(`age: ${age}`);

  const lines = [];
  for await (const line of open()) lines.push(line);
  console.log(`with for await: ${lines.join(', ')}`);
}
main();
