/* ---
title: A small file versus an immediate
difficulty: devilish
teaches: How many trips to the pool a call makes is an implementation detail, so never rely on an immediate running before or after an I/O callback that was requested in the same place.
race: The poll phase is before the check phase, but the pool may or may not have finished by then. Up to Node 24 readFile makes four trips for a small file, so the immediate is first; in Node 26 it can be done in one, and then either may be first.
expect:
  - script ends
  - any: [immediate, file was read]
--- */
const fs = require('node:fs');

fs.readFile(__filename, () => console.log('file was read'));
setImmediate(() => console.log('immediate'));
console.log('script ends');
