/* ---
title: What kill tells you, and when the child is gone
difficulty: hard
teaches: kill only sends a signal; killed is true as soon as it was sent, and the child is gone when exit fires, with a signal in place of an exit code.
permissions: [child]
expect:
  - 'child runs'
  - 'kill returned true, killed: true'
  - 'signalCode so far: null'
  - 'exit: code null, signal SIGTERM'
  - 'kill returned false'
--- */
const { spawn } = require('node:child_process');

const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);

child.on('spawn', () => {
  console.log('child runs');
  console.log(`kill returned ${child.kill()}, killed: ${child.killed}`);
  console.log(`signalCode so far: ${child.signalCode}`);
});
child.on('exit', (code, signal) => {
  console.log(`exit: code ${code}, signal ${signal}`);
  console.log(`kill returned ${child.kill()}`);
});
