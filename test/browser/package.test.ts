import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openWorkbench, type Workbench } from './workbench.ts';
import { zipEntries } from './zip-entries.ts';

/** What runs, what the marketplace shows and what the format itself needs. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls(\.[\w-]+)?)?\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/license(\.txt|\.md)?$/i,
  /^extension\/l10n\/[\w.-]+\.json$/,
  /^extension\/dist\/.+\.(js|cjs|css|json|ttf|wasm)$/,
  /^extension\/packs\/.+\.(yml|md|cjs|mjs|svg)$/,
  /^extension\/media\/.+\.(svg|png|md|css|ttf|woff2?)$/,
];

describe('The package', () => {
  let workbench: Workbench | undefined;
  const vsix = process.env['LOOPWISE_VSIX'] ?? '';

  after(() => workbench?.close());

  it('holds only what runs', async () => {
    const entries = zipEntries(await readFile(vsix));
    assert.ok(entries.includes('extension/dist/extension.js'));
    assert.deepEqual(
      entries.filter((entry) => !allowed.some((pattern) => pattern.test(entry))),
      [],
    );
  });

  it('can be installed, and its commands and views are there', async () => {
    workbench = await openWorkbench({ vsix });
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    await workbench.page.locator('.part.sidebar .pane-header').first().waitFor();
    await workbench.command('View: Show Loopwise');
  });
});
