import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

const root = join(__dirname, '..', '..', '..');

describe('The strings for translators', () => {
  it('are those of the code; `npm run l10n` brings them up to date', async function () {
    this.timeout(60_000);
    const folder = join(root, 'src', 'features');
    const names = await readdir(folder, { recursive: true });
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith('.ts'))
        .map(async (name) => ({
          extension: '.ts' as const,
          contents: await readFile(join(folder, name), 'utf8'),
        })),
    );
    const bundle = await readFile(join(root, 'l10n', 'bundle.l10n.json'), 'utf8');
    assert.deepEqual(JSON.parse(bundle), await getL10nJson(files));
  });

  it('cover every title and description of the manifest', async () => {
    const manifest = await readFile(join(root, 'package.json'), 'utf8');
    const wanted = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    const strings = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8')) as object;
    assert.deepEqual([...new Set(wanted)].sort(), Object.keys(strings).sort());
  });
});
