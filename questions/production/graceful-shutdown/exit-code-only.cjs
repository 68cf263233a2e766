/* ---
title: An exit code without an exit
difficulty: easy
teaches: Setting process.exitCode stops nothing; the loop finishes its work, then beforeExit and exit are emitted with that code.
expect:
  - script ends
  - last work is done
  - beforeExit
  - exit with code 3
  - exit: 3
--- */
process.on('exit', (code) => console.log(`exit with code ${code}`));
process.on('beforeExit', () => console.log('beforeExit'));
setTimeout(() => console.log('last work is done'), 50);
process.exitCode = 3;
console.log('script ends');
