/* ---
title: How often does an ES module run?
difficulty: hard
twinOf: runs-once
teaches: An ES module runs once per URL, and its cache cannot be emptied; but a query makes a different URL, so the same file runs again.
expect:
  - run number 1
  - imported again
  - run number 2
  - imported with a query
--- */
globalThis.runs = (globalThis.runs ?? 0) + 1;
console.log(`run number ${globalThis.runs}`);

if (globalThis.runs === 1) {
  import(import.meta.url)
    .then(() => console.log('imported again'))
    .then(() => import(`${import.meta.url}?other`))
    .then(() => console.log('imported with a query'));
}
