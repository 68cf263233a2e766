/* ---
title: readFileSync in an async function of an ES module
difficulty: medium
teaches: The order is the same as in CommonJS, because no nextTick competes with a microtask here; one function never leaves the stack, while the other waits for real I/O.
twinOf: sync-in-async
expect:
  - report starts
  - profile starts
  - profile was read
  - script ends
  - report was read
--- */
import fs from 'node:fs';

const file = new URL(import.meta.url);

async function report() {
  console.log('report starts');
  await fs.promises.readFile(file);
  console.log('report was read');
}

async function profile() {
  console.log('profile starts');
  fs.readFileSync(file);
  console.log('profile was read');
}

report();
profile();
console.log('script ends');
