/* ---
title: Two requests, two connections each, in an ES module
difficulty: devilish
teaches: The same deadlock, but the module's top-level await never settles, and Node reports that with exit code 13 where CommonJS exits with 0.
twinOf: pool-deadlock
expect:
  - request A has its first
  - request B has its first
  - exit: 13
--- */
let free = 2;
const waiting = [];
async function acquire() {
  if (free > 0) free -= 1;
  else await new Promise((resolve) => waiting.push(resolve));
}
function release() {
  const next = waiting.shift();
  if (next) next();
  else free += 1;
}

async function handle(request) {
  await acquire(); // for the transaction
  console.log(`request ${request} has its first`);
  await acquire(); // for the audit log
  console.log(`request ${request} has both`);
  release();
  release();
}

await Promise.all([handle('A'), handle('B')]);
console.log('both are served');
