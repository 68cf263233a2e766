/* ---
title: Starting a program that does not exist
difficulty: easy
teaches: spawn never throws for a missing program; the failure arrives later as an error event, and without a listener it would crash the process.
permissions: [child]
expect:
  - 'spawn returned, pid: undefined'
  - script ends
  - 'error event: ENOENT'
--- */
const { spawn } = require('node:child_process');

try {
  const child = spawn('no-such-program', ['--version']);
  child.on('error', (error) => console.log(`error event: ${error.code}`));
  child.on('exit', () => console.log('exit event'));
  console.log(`spawn returned, pid: ${child.pid}`);
} catch (error) {
  console.log(`caught: ${error.code}`);
}
console.log('script ends');
