import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileMemory, readStart } from '../../../src/bank/bank-folder.ts';

const day = new Date('2026-11-01T12:00:00Z');

describe('files that are read again', () => {
  let folder: string;
  let file: string;
  let opened: number;
  /** Milliseconds between writing and reading. */
  let age: number;
  let read: (path: string) => string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-files-'));
    file = join(folder, 'question.md');
    await writeFile(file, 'one');
    opened = 0;
    age = 60_000;
    const counted = (path: string): string => {
      opened += 1;
      return readStart(path);
    };
    read = createFileMemory(counted, () => Date.now() + age);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are not opened while they are as they were', () => {
    const texts = [read(file), read(file), read(file)];
    assert.deepEqual(texts, ['one', 'one', 'one']);
    assert.equal(opened, 1);
  });

  it('are opened when they have changed, even if their time was set back', async () => {
    await utimes(file, day, day);
    read(file);
    await writeFile(file, 'two');
    await utimes(file, day, day);
    assert.equal(read(file), 'two');
    assert.equal(opened, 2);
  });

  it('are opened when another file took their place', async () => {
    const other = join(folder, 'other.md');
    await writeFile(other, 'two');
    for (const path of [file, other]) await utimes(path, day, day);
    read(file);
    await rename(other, file);
    assert.equal(read(file), 'two');
  });

  it('are opened again when they were written just before', () => {
    age = 0;
    read(file);
    read(file);
    assert.equal(opened, 2);
    age = 60_000;
    read(file);
    read(file);
    assert.equal(opened, 3);
  });

  it('are missing while they are gone', async () => {
    read(file);
    await rm(file);
    assert.throws(() => read(file), { code: 'ENOENT' });
    await writeFile(file, 'two');
    assert.equal(read(file), 'two');
  });
});
