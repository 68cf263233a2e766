/* ---
title: The same hash, with and without Sync
difficulty: easy
teaches: The asynchronous version computes on a thread of the pool, the Sync version on the main thread, and your script waits.
expect:
  - background hash requested
  - sync hash ready
  - script ends
  - background hash ready
--- */
const { pbkdf2, pbkdf2Sync } = require('node:crypto');

pbkdf2('secret', 'salt', 1, 32, 'sha256', () => console.log('background hash ready'));
console.log('background hash requested');

pbkdf2Sync('secret', 'salt', 200_000, 32, 'sha256');
console.log('sync hash ready');
console.log('script ends');
