import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFolder } from '../../../src/runner/private-folder.ts';

describe('The folder of a run', () => {
  const program = { code: 'console.log(1)', kind: 'cjs' as const };
  const leftovers: Readonly<Record<string, (work: string) => void>> = {
    'with nothing but the program': () => undefined,
    'with a file that the program wrote': (work) => writeFileSync(join(work, 'more.txt'), 'a'),
    'with a folder that it made': (work) =>
      mkdirSync(join(work, 'deep', 'deeper'), { recursive: true }),
    'whose program is under another name': (work) =>
      renameSync(join(work, 'snippet.cjs'), join(work, 'other.cjs')),
  };
  for (const [name, leave] of Object.entries(leftovers)) {
    it(`is gone when it is removed, ${name}`, async () => {
      const folder = await createPrivateFolder();
      folder.write(program);
      leave(folder.work);
      await folder.remove();
      assert.equal(existsSync(folder.path), false);
    });
  }

  it('leaves the file of the user where it is', async () => {
    const [own, folder] = await Promise.all([createPrivateFolder(), createPrivateFolder()]);
    const file = join(own.work, 'mine.cjs');
    writeFileSync(file, program.code);
    folder.write({ ...program, place: { file, folder: own.work, texts: [], movable: false } });
    await folder.remove();
    assert.equal(existsSync(file), true);
    await own.remove();
  });
});
