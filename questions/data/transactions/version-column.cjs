/* ---
title: An update that checks the version
difficulty: hard
teaches: With a version in the WHERE clause, the second of two writers changes no row, sees that from the row count, and starts again from a fresh read.
expect:
  - "a, attempt 1: 3 left, version 1"
  - "b, attempt 1: 3 left, version 1"
  - "a, attempt 1: 1 row"
  - "b, attempt 1: 0 rows"
  - "b, attempt 2: 2 left, version 2"
  - "b, attempt 2: 1 row"
  - "at the end: 1 left, version 3"
--- */
const { setImmediate: roundTrip } = require('node:timers/promises');

let row = { left: 3, version: 1 };

// UPDATE items SET left = $1, version = version + 1 WHERE id = 7 AND version = $2
async function update(left, version) {
  const rowCount = row.version === version ? 1 : 0;
  if (rowCount === 1) row = { left, version: version + 1 };
  await roundTrip();
  return rowCount;
}

async function select() {
  const copy = row;
  await roundTrip();
  return copy;
}

async function takeOne(name) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const { left, version } = await select();
    console.log(`${name}, attempt ${attempt}: ${left} left, version ${version}`);
    const rowCount = await update(left - 1, version);
    console.log(`${name}, attempt ${attempt}: ${rowCount} row${rowCount === 1 ? '' : 's'}`);
    if (rowCount === 1) return;
  }
}

Promise.all([takeOne('a'), takeOne('b')]).then(() => {
  console.log(`at the end: ${row.left} left, version ${row.version}`);
});
