/* ---
title: import() in the middle of an ES module
difficulty: medium
twinOf: dynamic-import
teaches: Unlike a static import, which is hoisted, import() is a plain expression; it runs when its line is reached and resolves later, as in CommonJS.
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
