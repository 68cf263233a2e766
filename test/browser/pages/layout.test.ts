import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mts';
import { fourWay } from '../../unit/timeline/traces.ts';
import { openPredictPage, readThemes, type PredictPage, type Theme } from './predict-page.ts';

const short = fourWay().code;
const long = `${short}
setTimeout(() => console.log('after a timer whose callback is written in one long line of code'), 1);
${"console.log('more');\n".repeat(60)}`;

/** Where the parts of the page are, in pixels of its window. */
interface Places {
  readonly columns: Box;
  readonly source: Box;
  readonly work: Box;
  /** Lines of the code that take more than one row. */
  readonly wrapped: number;
  /** What scrolls up and down beside the page itself. */
  readonly scrollers: readonly string[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
}

describe('The layout of a page about code', () => {
  let browser: Browser;
  let themes: Readonly<Record<string, Theme>>;
  let predict: PredictPage;

  before(async () => {
    browser = await launchBrowser();
    themes = await readThemes();
  });
  afterEach(() => predict.close());
  after(() => browser.close());

  async function open(code: string, width: number, height = 800): Promise<Page> {
    const theme = themes['light'] ?? assert.fail('No such theme.');
    predict = await openPredictPage(browser, { code, theme, width, height });
    return predict.page;
  }

  for (const { name, code, beside, stacked } of [
    { name: 'short lines', code: short, beside: [1600, 1280, 1024], stacked: [700, 400] },
    { name: 'a long line', code: long, beside: [1600], stacked: [1280, 1024, 700, 400] },
  ]) {
    it(`has columns while the longest line fits, as wide before checking as after it (${name})`, async () => {
      const page = await open(code, 1600);
      const before = new Map<number, Places>();
      for (const width of [...beside, ...stacked]) before.set(width, await placesAt(page, width));
      for (const width of beside) {
        const { source, work, wrapped } = before.get(width) ?? assert.fail();
        assert.ok(work.left > source.right, `beside each other at ${width}`);
        assert.equal(wrapped, 0, `whole lines at ${width}`);
      }
      for (const width of stacked) {
        const { source, work, columns } = before.get(width) ?? assert.fail();
        assert.ok(work.top >= source.bottom, `below each other at ${width}`);
        assert.equal(source.width, columns.width);
      }
      await predict.finish(fourWay().recording);
      for (const [width, { source, work }] of before) {
        const after = await placesAt(page, width);
        assert.deepEqual([after.source.width, after.work.width], [source.width, work.width]);
        assert.deepEqual(after.scrollers, [], `one scrollbar at ${width}`);
      }
    });
  }

  it('has its icons as wide before their font is there as with it', async () => {
    const page = await open(short, 700);
    const icon = page.locator('#check .codicon').first();
    const width = async () => (await icon.boundingBox())?.width ?? 0;
    const before = await width();
    assert.ok(before > 10, `${before}`);
    // Without its glyph, as it is until the font was read.
    await page.addStyleTag({ content: '.codicon::before { content: none !important; }' });
    assert.equal(await width(), before);
  });

  it('shows a verdict with what can be done then, not its heading alone', async () => {
    const page = await open(short, 700);
    for (const height of [500, 700, 780, 800]) {
      await page.setViewportSize({ width: 700, height });
      await page.evaluate('window.scrollTo(0, 0)');
      await predict.finish(fourWay().recording, { withheld: true });
      await page.locator('#result:focus').waitFor();
      const box = `(({ top, bottom }) => ({ top, bottom }))(document.querySelector('.notice:has(#result)').getBoundingClientRect())`;
      const { top, bottom } = await page.evaluate<{
        readonly top: number;
        readonly bottom: number;
      }>(box);
      assert.ok(top >= 0 && bottom <= height, `${top} to ${bottom} of ${height}`);
    }
  });

  it('says what is to be known before a run above both columns', async () => {
    const theme = themes['light'] ?? assert.fail('No such theme.');
    const notice = '<p class="program-notice"><span>Not defined in this selection: x.</span></p>';
    const size = { width: 1280, height: 800 };
    predict = await openPredictPage(browser, { code: short, notice, theme, ...size });
    const { source, work } = await placesAt(predict.page, 1280);
    const said = await boxOf(predict.page, '.program-notice');
    assert.ok(said.bottom <= source.top && source.top === work.top, 'above them');
  });

  it('keeps the shorter column in view while the longer one scrolls', async () => {
    const page = await open(long, 1600);
    await page.mouse.wheel(0, 600);
    await page.waitForFunction('scrollY === 600');
    const { work, source } = await placesAt(page, 1600);
    assert.ok(work.top >= 0 && work.bottom <= 800, 'the prediction');
    assert.ok(source.top < 0 && source.bottom > 800, 'the code');
  });

  it('shows the step beside the picture, over the whole width, once Play is pressed', async () => {
    for (const code of [short, long]) {
      const page = await open(code, 1280);
      await predict.finish(fourWay().recording);
      const { columns } = await placesAt(page, 1280);
      await page.getByRole('button', { name: 'Play' }).click();
      const timeline = await boxOf(page, '.tl');
      const bar = await boxOf(page, '.tl-bar');
      const picture = await boxOf(page, '.tl-stage');
      const card = await boxOf(page, '.tl-card');
      const sentence = await boxOf(page, '.tl-why');
      assert.equal(timeline.width, columns.width);
      assert.ok(card.left > picture.right && card.top <= picture.bottom, 'beside the picture');
      assert.ok(bar.top >= 0, 'the bar is in sight');
      assert.ok(sentence.bottom <= 800 && picture.bottom <= 800, 'and so is the rest');
      if (code === short) await predict.close();
    }
  });
});

async function placesAt(page: Page, width: number): Promise<Places> {
  await page.setViewportSize({ width, height: 800 });
  // The observers of sizes have been told after two frames.
  return page.evaluate<Places>(`(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
    const row = parseFloat(getComputedStyle(document.querySelector('.source .line')).lineHeight);
    const lines = [...document.querySelectorAll('.source .line')];
    const scrolls = (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    return {
      columns: box('.columns'),
      source: box('.source'),
      work: box('.work'),
      wrapped: lines.filter((line) => line.offsetHeight > row * 1.5).length,
      scrollers: [...document.querySelectorAll('main *')].filter(scrolls).map(({ className }) => className),
    };
  })()`);
}

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.evaluate<Box>(
    `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`,
  );
