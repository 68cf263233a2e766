/* ---
title: A catch on the wrong branch
difficulty: hard
teaches: Each then makes a new promise; a catch on the first one does not cover the other branch, which fails on its own.
expect:
  - script ends
  - "branch 1 handled: no user"
  - uncaught: "Error: no user"
  - exit: 1
--- */
const user = Promise.reject(new Error('no user'));

user.catch((error) => console.log(`branch 1 handled: ${error.message}`));
user.then((row) => console.log(`branch 2 has a row: ${row}`));

setImmediate(() => console.log('immediate'));
console.log('script ends');
