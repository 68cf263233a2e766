import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const sample = join(root, 'test', 'fixtures', 'sample-workspace');

describe('The sample workspace', () => {
  it('promises only files and commands that exist', async () => {
    const text = (await readFile(join(sample, 'README.md'), 'utf8')).replace(/\s+/g, ' ');
    const files = await readdir(sample);
    const manifest = await readFile(join(root, 'package.nls.json'), 'utf8');
    const titles = Object.entries(JSON.parse(manifest) as Record<string, string>)
      .filter(([key]) => key.startsWith('command.'))
      .map(([, title]) => title);
    const named = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    const commands = [...text.matchAll(/\*\*(?:Loopwise: )?([^*]+)\*\*/g)].map(
      ([, one]) => one ?? '',
    );
    assert.deepEqual(
      named.filter((name) => !files.includes(name)),
      [],
    );
    assert.deepEqual(
      commands.filter((title) => !titles.includes(title)),
      [],
    );
    assert.ok(named.length > 0 && commands.length > 0);
  });
});
