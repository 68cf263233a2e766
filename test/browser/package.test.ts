import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ships } from '../../scripts/lib/shipped.mts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { zipEntries } from './zip-entries.ts';

/** What the format itself needs, and the kinds of file that run or are shown. */
const own = /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/;
const kinds = /(\.(js|cjs|mjs|css|json|ttf|woff2?|wasm|yml|md|svg|png|d\.ts)|LICENSE)$/;

/** vsce gives some of them the names that the marketplace expects. */
const named: Readonly<Record<string, string>> = {
  'readme.md': 'README.md',
  'changelog.md': 'CHANGELOG.md',
  'LICENSE.txt': 'LICENSE',
};

describe('The package', () => {
  let workbench: Workbench | undefined;
  const vsix = process.env['LOOPWISE_VSIX'] ?? '';

  after(() => workbench?.close());

  it('holds only what runs', async () => {
    const files = await shippedFiles();
    assert.ok(files.includes('dist/extension.js'));
    assert.deepEqual(
      files.filter((file) => !ships(file) || !kinds.test(file)),
      [],
    );
  });

  it('can be installed, and its commands and views are there', async () => {
    workbench = await openWorkbench({ vsix });
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    await workbench.page.locator('.part.sidebar .pane-header').first().waitFor();
    await workbench.command('View: Show Loopwise');
  });

  it('holds what its readme leads to', async () => {
    const files = await shippedFiles();
    const extensions = workbench?.host.extensions ?? '';
    const folder = (await readdir(extensions)).find((name) => name.startsWith('loopwise.'));
    const readme = await readFile(join(extensions, folder ?? '', 'readme.md'), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const relative = links.filter((target) => !/^(https:|#)/.test(target));
    assert.ok(readme.includes('docs/security.md'));
    assert.deepEqual(
      relative.filter((target) => !files.includes(target.split('#')[0] ?? '')),
      [],
    );
  });
});

/** As the project calls them. */
async function shippedFiles(): Promise<readonly string[]> {
  const entries = zipEntries(await readFile(process.env['LOOPWISE_VSIX'] ?? ''));
  return entries
    .filter((entry) => !own.test(entry))
    .map((entry) => entry.replace(/^extension\//, ''))
    .map((name) => named[name] ?? name);
}
