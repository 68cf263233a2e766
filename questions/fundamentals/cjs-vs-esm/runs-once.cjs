/* ---
title: How often does a CommonJS file run?
difficulty: hard
teaches: require runs a file once for each key in require.cache, which is its resolved path; only deleting that key makes it run again.
expect:
  - run number 1
  - required again
  - run number 2
  - required after deleting the key
--- */
globalThis.runs = (globalThis.runs ?? 0) + 1;
console.log(`run number ${globalThis.runs}`);

if (globalThis.runs === 1) {
  require(__filename);
  console.log('required again');
  delete require.cache[__filename];
  require(__filename);
  console.log('required after deleting the key');
}
