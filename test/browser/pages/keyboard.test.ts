import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mts';
import type { LineCard, PageSnippet } from '../../../src/shared/predict.ts';
import { fourWay } from '../../unit/timeline/traces.ts';
import { openPredictPage, readThemes, type PredictPage, type Theme } from './predict-page.ts';

const { code, recording } = fourWay();
const cards = ['tick', 'promise', 'timeout', 'immediate', 'never'].map((text): LineCard => ({
  stream: 'stdout',
  text,
  typed: text,
}));
const snippet = {
  cards,
  bank: {
    ...({ difficulty: 'hard', teaches: 'One thing.', questionTitle: 'Why?' } as const),
    verified: { text: 'Verified on Node.js 20 to 26', detail: 'Run 120 times on each of them.' },
  },
} satisfies Partial<PageSnippet>;

/** What those need who do not see the page, do not use a mouse, or enlarge it. */
describe('The Predict page without a mouse, without eyes, and enlarged', () => {
  let browser: Browser;
  let theme: Theme;
  let predict: PredictPage;

  before(async () => {
    browser = await launchBrowser();
    theme = (await readThemes())['light'] ?? assert.fail('No such theme.');
  });
  afterEach(() => predict.close());
  after(() => browser.close());

  async function open(width = 1280, height = 800): Promise<Page> {
    predict = await openPredictPage(browser, { code, snippet, theme, width, height });
    return predict.page;
  }

  it('begins at its heading', async () => {
    const page = await open();
    await page.locator('h1:focus').waitFor();
  });

  it('reads the number of each line of code', async () => {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const known = new Map(nodes.map((node) => [node.nodeId, node]));
    const textsOf = (id: string): string[] => {
      const { role, name, childIds = [] } = known.get(id) ?? assert.fail();
      if (role?.value === 'StaticText') return [String(name?.value)];
      return childIds.flatMap(textsOf);
    };
    const code = nodes.find(({ role }) => role?.value === 'code') ?? assert.fail('No code.');
    assert.deepEqual(textsOf(code.nodeId).slice(0, 5), [
      '1',
      "console.log('script');",
      '2',
      '3',
      "setTimeout(() => console.log('timeout'), 0);",
    ]);
  });

  it('has no tab stop without a role, before checking and after it', async () => {
    const page = await open();
    const nameless = (): Promise<string[]> =>
      page.evaluate<string[]>(`[...document.querySelectorAll('[tabindex="0"]')]
        .filter((stop) => !stop.matches('button, a[href], input, select, textarea, summary, ol, ul, [role]'))
        .map(({ outerHTML }) => outerHTML.slice(0, 80))`);
    const stops = (): Promise<number> => page.locator('[tabindex="0"]').count();
    assert.ok((await stops()) >= 4);
    assert.deepEqual(await nameless(), []);
    await predict.finish(recording);
    assert.ok((await stops()) >= 5);
    assert.deepEqual(await nameless(), []);
  });

  it('moves to what was said of a try, marks its line, and lets it be changed and checked again', async () => {
    const page = await open();
    await page.locator('.pool .card', { hasText: 'never' }).click();
    await page.locator('.pool .card', { hasText: 'tick' }).click();
    await predict.finish(recording, { withheld: true, text: 'never' });
    await page.locator('#result:focus').waitFor();
    assert.equal(await page.locator('.rows, .output, .tl').count(), 0);
    await page.getByRole('button', { name: 'Which Line Is Wrong?' }).press('Enter');
    await page.locator('#result:focus', { hasText: 'Wrong from line 1' }).waitFor();
    const first = page.locator('.order .card').first();
    await page.locator('.wrong-line').waitFor();
    assert.match(await first.innerText(), /never[^]*first wrong line/);
    await first.press('Delete');
    assert.equal(await page.locator('.wrong-line').count(), 0);
    await page.keyboard.press('Control+Enter');
    const asked = await page.evaluate<{ kind: string }[]>('window.asked.map((one) => one.request)');
    assert.deepEqual(asked.at(-1), {
      kind: 'predict',
      prediction: { mode: 'cards', lines: ['tick'] },
      attempt: { number: 2, seen: 'line' },
    });
  });

  it('has one primary button at a time, whatever has happened', async () => {
    const page = await open();
    const primary = async (): Promise<string[]> => {
      const names = await page.locator('.button:not(.secondary, .quiet, .icon)').allInnerTexts();
      return names.map((name) => name.replace(/\s*Ctrl.*/, ''));
    };
    assert.deepEqual(await primary(), ['Check Prediction']);
    await page.locator('.pool .card').first().click();
    for (const [reason, name] of [
      ['noNode', 'Open Settings'],
      ['untrusted', 'Manage Workspace Trust'],
      ['cancelled', 'Check Prediction'],
      ['failed', 'Check Prediction'],
    ] as const) {
      await predict.refuse(reason);
      await page.locator('#result').waitFor();
      assert.deepEqual(await primary(), [name], reason);
    }
    await predict.finish(recording, { withheld: true });
    assert.deepEqual(await primary(), ['Check Prediction']);
    await page.getByRole('button', { name: 'Show What It Prints' }).click();
    await page.locator('.tl-why').waitFor();
    assert.deepEqual(await primary(), ['Try Again']);
  });

  it('lets the code be peeked at while ordering at 200%, and only where it is out of sight', async () => {
    const page = await open(640, 360);
    const peek = page.locator('#code-peek');
    assert.equal(await peek.isVisible(), false);
    await page.locator('.order').scrollIntoViewIfNeeded();
    // A key that is pressed before it is offered reaches nothing.
    await peek.waitFor();
    await peek.locator('summary').press('Enter');
    await peek.getByText("setImmediate(() => console.log('immediate'));").waitFor();
    const { bottom } = await boxOf(page, '#code-peek');
    assert.ok(bottom <= 360 * 0.6, `room for the cards below ${bottom}`);
    // What the keyboard reaches is not below it.
    await page.keyboard.press('Shift+Tab');
    await page.locator('.pool .card').first().focus();
    // It is offered again once the page has scrolled, and gives way a moment after that.
    await page.waitForFunction(`(() => {
      const peek = document.querySelector('#code-peek');
      const { top } = document.querySelector('.pool .card').getBoundingClientRect();
      return !peek.hidden && top >= peek.getBoundingClientRect().bottom;
    })()`);
    await page.mouse.wheel(0, -2000);
    await peek.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 1280, height: 360 });
    await page.mouse.wheel(0, 2000);
    await page.waitForFunction('scrollY > 0');
    assert.equal(await peek.isVisible(), false);
  });

  it("has letters of the editor's size where that is larger, and else of its own", async () => {
    const page = await open();
    const sizes = (editor: string): Promise<number[]> =>
      page.evaluate<number[]>(`(() => {
        document.documentElement.style.setProperty('--vscode-editor-font-size', '${editor}');
        return ['body', '.keys', '.source .line'].map((selector) =>
          parseFloat(getComputedStyle(document.querySelector(selector)).fontSize));
      })()`);
    const [body = 0, keys = 0] = await sizes('12px');
    const [largeBody = 0, largeKeys = 0, line] = await sizes('24px');
    assert.ok(body > 12 && keys > 11);
    assert.equal(line, 24);
    assert.equal(largeBody, 24);
    assert.ok(largeKeys >= 19);
  });

  it('asks for no prediction of code that cannot run', async () => {
    const unfit = { cards: [], unfit: true } as const;
    predict = await openPredictPage(browser, {
      ...{ code, snippet: unfit, theme },
      ...{ width: 1280, height: 800 },
    });
    await predict.page.getByText('There is nothing to predict').waitFor();
    assert.equal(await predict.page.locator('textarea, button').count(), 0);
  });
});

interface Box {
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate<Box>(
    `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`,
  );
