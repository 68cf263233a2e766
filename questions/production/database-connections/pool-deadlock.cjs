/* ---
title: Two requests, two connections each
difficulty: devilish
teaches: Requests that hold one connection and wait for another can block each other forever; nothing is left in the loop then, and the process exits silently.
expect:
  - request A has its first
  - request B has its first
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

async function main() {
  await Promise.all([handle('A'), handle('B')]);
  console.log('both are served');
}
main();
