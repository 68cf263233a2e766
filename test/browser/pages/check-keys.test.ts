import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mts';
import { inRoot, root } from '../../../scripts/lib/paths.mts';

describe('The keys that check what was written', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('are called as on the keyboard in front of the page, whatever machine the host is on', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { listenToKeys } from './src/webview/common/page-keys.ts';
          listenToKeys({ submit: '#rate, #check', next: '#next', letters: {} }, new AbortController().signal);`,
        resolveDir: root,
      },
      ...({ bundle: true, write: false, platform: 'browser', format: 'iife' } as const),
      tsconfig: inRoot('src', 'webview', 'tsconfig.json'),
    });
    const systems = { 'Macintosh; Intel Mac OS X 10_15_7': '⌘Enter', 'X11; Linux': 'Ctrl+Enter' };
    for (const [system, name] of Object.entries(systems)) {
      const page = await browser.newPage({ userAgent: `Mozilla/5.0 (${system})` });
      await page.setContent('<button id="rate"><kbd>Ctrl+Enter</kbd></button><kbd>S</kbd>');
      await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
      assert.deepEqual(await page.locator('kbd').allTextContents(), [name, 'S']);
      await page.close();
    }
  });
});
