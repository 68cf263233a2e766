import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mts';
import { inRoot, root } from '../../../scripts/lib/paths.mts';

describe('The keys of a page that asks', () => {
  let browser: Browser;
  let script: string;
  before(async () => {
    browser = await launchBrowser();
    const { outputFiles } = await build({
      stdin: {
        contents: `import { listenToKeys } from './src/webview/common/page-keys.ts';
          listenToKeys({ submit: '#rate, #check', next: '#next', letters: {} }, new AbortController().signal);`,
        resolveDir: root,
      },
      ...({ bundle: true, write: false, platform: 'browser', format: 'iife' } as const),
      tsconfig: inRoot('src', 'webview', 'tsconfig.json'),
    });
    script = outputFiles[0]?.text ?? '';
  });
  after(() => browser.close());

  it('that check what was written are called as on the keyboard in front of the page, whatever machine the host is on', async () => {
    const systems = { 'Macintosh; Intel Mac OS X 10_15_7': '⌘Enter', 'X11; Linux': 'Ctrl+Enter' };
    for (const [system, name] of Object.entries(systems)) {
      const page = await browser.newPage({ userAgent: `Mozilla/5.0 (${system})` });
      await page.setContent('<button id="rate"><kbd>Ctrl+Enter</kbd></button><kbd>S</kbd>');
      await page.addScriptTag({ content: script });
      assert.deepEqual(await page.locator('kbd').allTextContents(), [name, 'S']);
      await page.close();
    }
  });

  it('scroll with Space while the button that it presses is further below, and press it then', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    const text = '<p style="height: 1000px">An answer to read first.</p>';
    await page.setContent(
      `${text}<button id="next" onclick="this.textContent = 'pressed'">Good</button>${text}`,
    );
    await page.addScriptTag({ content: script });
    const next = page.locator('#next');
    const isInSight =
      'document.querySelector("#next").getBoundingClientRect().bottom < innerHeight';
    await page.keyboard.press('Space');
    await page.waitForFunction(isInSight);
    assert.equal(await next.textContent(), 'Good');
    await page.keyboard.press('Space');
    assert.equal(await next.textContent(), 'pressed');
    await page.close();
  });
});
