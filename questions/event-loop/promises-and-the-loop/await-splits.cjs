/* ---
title: Where an async function is split
difficulty: easy
teaches: An async function runs synchronously up to its first await; what follows the await is a microtask, even when there is nothing to wait for.
expect:
  - before the call
  - load starts
  - after the call
  - load continues
  - caller gets the row
--- */
async function load() {
  console.log('load starts');
  await null;
  console.log('load continues');
  return 'row';
}

console.log('before the call');
load().then((value) => console.log(`caller gets the ${value}`));
console.log('after the call');
