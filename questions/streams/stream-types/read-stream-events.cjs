/* ---
title: The life of a file stream
difficulty: easy
teaches: A file stream opens its file later, so every listener you add in the same callback is in time; end means that everything was read, and close that the file is closed.
expect:
  - script ends
  - open
  - data
  - end
  - close
--- */
const fs = require('node:fs');

const file = fs.createReadStream(__filename);
file.on('close', () => console.log('close'));
file.on('end', () => console.log('end'));
file.on('data', () => console.log('data'));
file.on('open', () => console.log('open'));
console.log('script ends');
