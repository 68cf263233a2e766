/* ---
title: Where the pool delivers its results
difficulty: medium
teaches: Results of the pool arrive in the poll phase, so an immediate scheduled there runs before a timeout scheduled there.
expect:
  - script ends
  - bytes are ready
  - tick
  - immediate
  - timeout
--- */
const { randomBytes } = require('node:crypto');

randomBytes(16, () => {
  console.log('bytes are ready');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
console.log('script ends');
