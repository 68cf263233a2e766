/* ---
title: Two last words
difficulty: medium
teaches: beforeExit fires when nothing is left to do and may start more work; exit fires when the decision is made and allows only synchronous work.
expect:
  - script ends
  - 'beforeExit, code 0'
  - work that beforeExit started
  - 'exit, code 3'
  - exit: 3
--- */
process.once('beforeExit', (code) => {
  console.log(`beforeExit, code ${code}`);
  setTimeout(() => {
    console.log('work that beforeExit started');
    process.exitCode = 3;
  }, 10);
});

process.on('exit', (code) => {
  console.log(`exit, code ${code}`);
  setTimeout(() => console.log('work that exit started'), 10);
});

console.log('script ends');
