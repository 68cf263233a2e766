/* ---
title: The child is gone, its output is not
difficulty: devilish
teaches: exit means that the process is gone; close means that its pipes are closed too, which a grandchild that inherited them can delay.
permissions: [child]
expect:
  - exit
  - 'output: grandchild writes'
  - close
--- */
const { spawn } = require('node:child_process');

// Writes as soon as its standard input, inherited from above, is closed.
const grandchild = `process.stdin.resume().on('end', () => console.log('grandchild writes'))`;
const starter = `
  const { spawn } = require('node:child_process');
  const options = { stdio: 'inherit' };
  spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], options).on('spawn', () => process.exit());
`;

const child = spawn(process.execPath, ['-e', starter]);
child.stdout.on('data', (data) => console.log(`output: ${String(data).trim()}`));
child.on('exit', () => console.log('exit')); // Node closes our end of the child's stdin here
child.on('close', () => console.log('close'));
