/* ---
title: break, in a for await over a stream
difficulty: medium
teaches: Leaving a for await loop destroys the stream, and the source's finally runs before the program continues. So the resource is released, and the stream cannot be used again.
expect:
  - row 1
  - row 2
  - connection released
  - after the loop
  - "destroyed: true"
--- */
const { Readable } = require('node:stream');

async function* rows() {
  try {
    for (let row = 1; ; row++) yield row;
  } finally {
    console.log('connection released');
  }
}

async function main() {
  const stream = Readable.from(rows());
  stream.on('end', () => console.log('end'));
  for await (const row of stream) {
    console.log(`row ${row}`);
    if (row === 2) break;
  }
  console.log('after the loop');
  console.log(`destroyed: ${stream.destroyed}`);
}

main();
