/* ---
title: Reading a file while it is being replaced
difficulty: medium
teaches: Opening a file for writing empties it first, so after a crash, or for a reader at that moment, it is empty or half-written; writing a temporary file and renaming it replaces the content in one step.
permissions: [fs-read, fs-write]
expect:
  - 'before: old'
  - 'opened for writing: (empty)'
  - 'half written: new'
  - 'written: new content'
  - 'temporary file is half written: new content'
  - 'renamed: newest content'
--- */
const fs = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

async function main() {
  const folder = await fs.mkdtemp(join(tmpdir(), 'replace-'));
  const file = join(folder, 'state.txt');
  const show = async (label) =>
    console.log(`${label}: ${(await fs.readFile(file, 'utf8')) || '(empty)'}`);

  await fs.writeFile(file, 'old');
  await show('before');

  // What writeFile(file, 'new content') does, in slow motion:
  const direct = await fs.open(file, 'w');
  await show('opened for writing');
  await direct.write('new');
  await show('half written');
  await direct.write(' content');
  await direct.close();
  await show('written');

  const temporary = await fs.open(`${file}.tmp`, 'wx');
  await temporary.write('newest');
  await show('temporary file is half written');
  await temporary.write(' content');
  await temporary.sync();
  await temporary.close();
  await fs.rename(`${file}.tmp`, file);
  await show('renamed');

  await fs.rm(folder, { recursive: true });
}
main();
