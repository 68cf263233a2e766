/* ---
title: An uploaded file with an unusual name
difficulty: medium
teaches: exec hands one string to a shell, which runs whatever the input smuggles in; execFile passes each argument to the program as it is.
permissions: [child]
expect:
  - 'shell: photo.png'
  - 'shell: injected'
  - 'execFile: photo.png && echo injected'
--- */
const { execFileSync, execSync } = require('node:child_process');

const name = 'photo.png && echo injected'; // chosen by a user

const viaShell = execSync(`echo ${name}`, { encoding: 'utf8' });
for (const line of viaShell.trim().split('\n')) console.log(`shell: ${line.trim()}`);

const print = 'console.log(process.argv[1])';
const direct = execFileSync(process.execPath, ['-e', print, name], { encoding: 'utf8' });
console.log(`execFile: ${direct.trim()}`);
