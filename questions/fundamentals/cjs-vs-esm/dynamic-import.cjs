/* ---
title: import() in the middle of a script
difficulty: medium
teaches: import() never runs the module on the spot, not even one that is already loaded; it returns a promise and the module's code runs later.
expect:
  - before import()
  - after import()
  - the module runs
  - "its answer: 42"
--- */
console.log('before import()');
import('data:text/javascript,console.log("the module runs"); export default 42;')
  .then(({ default: answer }) => console.log(`its answer: ${answer}`));
console.log('after import()');
