/* ---
title: readFileSync in an async function
difficulty: medium
teaches: async in front of a function does not make the calls inside it asynchronous; readFileSync blocks the caller, while an await on fs.promises lets it continue.
expect:
  - report starts
  - profile starts
  - profile was read
  - script ends
  - report was read
--- */
const fs = require('node:fs');

async function report() {
  console.log('report starts');
  await fs.promises.readFile(__filename);
  console.log('report was read');
}

async function profile() {
  console.log('profile starts');
  fs.readFileSync(__filename);
  console.log('profile was read');
}

report();
profile();
console.log('script ends');
