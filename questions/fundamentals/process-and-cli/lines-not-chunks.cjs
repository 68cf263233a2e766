/* ---
title: Lines of an input that arrives in pieces
difficulty: medium
teaches: Standard input arrives in chunks that end anywhere; readline puts the pieces together and delivers whole lines, the last one even without a line break.
expect:
  - 'chunk "first\nsec"'
  - 'chunk "ond\r\nth"'
  - 'chunk "ird"'
  - 'line "first"'
  - 'line "second"'
  - 'line "third"'
--- */
const { createInterface } = require('node:readline');
const { Readable } = require('node:stream');

// Stands in for process.stdin when it is a pipe or a file.
const input = () => Readable.from(['first\nsec', 'ond\r\nth', 'ird']);

async function main() {
  for await (const chunk of input()) console.log('chunk', JSON.stringify(chunk));
  for await (const line of createInterface({ input: input() })) {
    console.log('line', JSON.stringify(line));
  }
}
main();
