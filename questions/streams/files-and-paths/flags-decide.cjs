/* ---
title: Five writes with different flags
difficulty: easy
teaches: The flag decides what happens to an existing file; w empties it, a appends, wx refuses to touch it, and r+ refuses to create one.
permissions: [fs-read, fs-write]
expect:
  - 'w: two'
  - 'a: two three'
  - 'wx: EEXIST'
  - 'r+: TWO three'
  - 'r+ elsewhere: ENOENT'
--- */
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'flags-'));
const file = join(folder, 'a.txt');

function write(label, text, flag, target = file) {
  try {
    writeFileSync(target, text, { flag });
    console.log(`${label}: ${readFileSync(target, 'utf8')}`);
  } catch (error) {
    console.log(`${label}: ${error.code}`);
  }
}

writeFileSync(file, 'one');
write('w', 'two', 'w');
write('a', ' three', 'a');
write('wx', 'four', 'wx');
write('r+', 'TWO', 'r+');
write('r+ elsewhere', 'five', 'r+', join(folder, 'b.txt'));
rmSync(folder, { recursive: true });
