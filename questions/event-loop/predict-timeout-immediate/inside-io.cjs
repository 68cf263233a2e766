/* ---
title: Timeout or immediate in an I/O callback
difficulty: easy
teaches: An I/O callback runs in the poll phase and the check phase is next, so the immediate is always first.
expect:
  - inside the callback
  - immediate
  - timeout
--- */
const fs = require('node:fs');

fs.readFile(__filename, () => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  console.log('inside the callback');
});
