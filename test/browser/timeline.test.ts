import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mts';
import { esModule, fileAndSocket, fourWay, longRun } from '../unit/timeline/traces.ts';
import {
  openHarness,
  type Harness,
  type HarnessOptions,
  type ThemeName,
} from './timeline/harness.ts';

const axeScript = createRequire(__filename).resolve('axe-core/axe.min.js');

describe('The timeline in a browser', () => {
  let browser: Browser;
  let harness: Harness | undefined;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    const complaints = harness?.complaints;
    await harness?.close();
    harness = undefined;
    assert.deepEqual(complaints, [], 'errors, or what the policy refused');
  });

  async function open(options: HarnessOptions): Promise<Page> {
    harness = await openHarness(browser, options);
    return harness.page;
  }

  it('steps with the keyboard: the step, its source line, the queues and the output follow', async () => {
    const page = await open({ sample: fourWay() });
    await slider(page).focus();
    await page.keyboard.press('End');
    assert.deepEqual(await printed(page), [
      'script',
      'script ends',
      'tick',
      'promise',
      'timeout',
      'immediate',
    ]);
    await page.keyboard.press('Home');
    assert.equal(await title(page), 'Prints script');
    assert.deepEqual(await printed(page), ['script']);
    assert.deepEqual(await queue(page, 'timers'), []);

    await page.keyboard.press('ArrowRight');
    assert.equal(await title(page), 'Schedules setTimeout 1 ms');
    assert.deepEqual(await queue(page, 'timers'), ['setTimeout 1 ms:3']);
    assert.equal(
      await page.locator('.tl-source').innerText(),
      "3\nsetTimeout(() => console.log('timeout'), 0);",
    );
    assert.match(
      (await slider(page).getAttribute('aria-valuetext')) ?? '',
      /^Step 2 of 11, Schedules setTimeout 1 ms, line 3, main/,
    );
    assert.deepEqual((await harness?.sites())?.at(-1), { line: 3, column: 1 });

    await page.keyboard.press('Shift+ArrowRight');
    assert.equal(await title(page), 'Prints tick');
    assert.deepEqual(await queue(page, 'nextTick'), []);
    assert.deepEqual(await queue(page, 'microtasks'), ['then:7']);
    await page.getByText('Why tick is printed after script ends').waitFor();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await title(page), 'Prints script ends');
  });

  it('plays at a chosen pace until the end or until Space', async () => {
    const page = await open({ sample: fourWay() });
    // Time goes on by itself until it is paused, and further the busier the machine is.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '2×' });
    await page.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(1100);
    assert.equal(await slider(page).getAttribute('aria-valuenow'), '3');
    await slider(page).focus();
    await page.keyboard.press('Space');
    await page.clock.runFor(5000);
    assert.equal(await slider(page).getAttribute('aria-valuenow'), '3');
    await page.keyboard.press('Space');
    await page.clock.runFor(20_000);
    assert.equal(await title(page), 'The program ends');
    await page.getByRole('button', { name: 'Play' }).waitFor();
  });

  it('has the sentence of the step beside its picture in a small window with the side bar open', async () => {
    // What a window of 1280 × 800 leaves for the page, less its margins.
    const page = await open({ sample: fourWay(), width: 857, height: 697 });
    await page.getByRole('button', { name: 'Play' }).click();
    await page.keyboard.press('Space');
    const [picture, why] = await Promise.all(
      ['.tl-drawing', '.tl-why'].map((part) => page.locator(part).boundingBox()),
    );
    assert.ok(picture && why);
    assert.ok(why.x >= picture.x + picture.width, 'beside it');
    assert.ok(why.y >= 0 && why.y + why.height <= 697, 'in sight');
  });

  it('marks what runs, what has not run yet, and the chain that led to it', async () => {
    const page = await open({ sample: fileAndSocket(), width: 1600 });
    const box = (name: string): Locator => page.locator('.tl-box', { hasText: name });
    await box('immediate').click();
    assert.equal(await title(page), 'Prints immediate');
    assert.match(await look(box('immediate')), /\bnow\b/);
    assert.match(await look(box('closed')), /\blater\b/);
    assert.match(await look(box('fs.readFile')), /\bchain\b/);
    assert.doesNotMatch(await look(box('server.listen')), /\bchain\b|\blater\b/);
    assert.equal(await page.locator('.tl-strong .tl-arrow').count(), 2);
  });

  it('is a list as well, which steps with the same keys', async () => {
    const page = await open({ sample: esModule() });
    await page.getByRole('button', { name: 'List' }).click();
    const entries = page
      .getByRole('list', { name: /Callbacks in the order/ })
      .getByRole('listitem');
    assert.equal(await entries.count(), 7);
    assert.match(
      await entries.nth(5).innerText(),
      /^await \(line 7\).*microtasks, turn 3.*prints after 50 ms; schedules process\.on \(line 11\); scheduled by the main script$/s,
    );
    await entries.nth(5).getByRole('button').click();
    assert.equal(await entries.nth(5).getAttribute('aria-current'), 'step');
    assert.equal(await title(page), 'Prints after 50 ms');
    await page.keyboard.press('Shift+ArrowRight');
    assert.equal(await entries.nth(6).getAttribute('aria-current'), 'step');
    assert.match(await page.getByRole('status').innerText(), /Prints exit 0/);
    assert.deepEqual(await axeFindings(page), []);
  });

  it('filters silent callbacks, those of Node.js itself, and lanes', async () => {
    const page = await open({ sample: fileAndSocket(), width: 1600 });
    const names = (): Promise<string[]> => page.locator('.tl-box .tl-name').allTextContents();
    assert.equal((await names()).length, 8);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('checkbox', { name: 'Internal callbacks of Node.js' }).check();
    assert.ok((await names()).some((name) => name.startsWith('emitCloseNT')));
    await page.getByRole('checkbox', { name: 'Callbacks that print nothing' }).uncheck();
    assert.equal((await names()).length, 7);
    await page.getByRole('checkbox', { name: /^close/ }).uncheck();
    assert.equal((await names()).length, 6);
    await page.getByText('6 of 9 callbacks shown').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox').first().waitFor({ state: 'hidden' });
  });

  it('zooms in and out and fits a long run, and draws only what is in sight', async () => {
    const page = await open({ sample: longRun(5000) });
    const boxes = page.locator('.tl-box');
    const widthOf = (): Promise<number> =>
      page.evaluate<number>("document.querySelector('.tl-space').clientWidth");
    const before = await widthOf();
    assert.ok(before > 300_000, String(before));
    assert.ok((await boxes.count()) < 60);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.ok((await widthOf()) > before * 1.4);
    await page.getByRole('button', { name: 'Zoom to fit' }).click();
    const fitted = await widthOf();
    assert.ok(fitted <= 1000, String(fitted));
    assert.equal(await boxes.count(), 0);
    assert.ok((await page.locator('.tl-strips path').count()) >= 5);
    await slider(page).focus();
    await page.keyboard.press('End');
    assert.match(await title(page), /The program ends/);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.ok((await widthOf()) > fitted * 1.4);
  });

  it('fits a run only as far as its names can be read, and further where that is asked for', async () => {
    const page = await open({ sample: longRun(12) });
    const widthOf = (): Promise<number> =>
      page.evaluate<number>("document.querySelector('.tl-space').clientWidth");
    const before = await widthOf();
    await page.getByRole('button', { name: 'Zoom to fit' }).click();
    const fitted = await widthOf();
    assert.ok(fitted < before && fitted > 1000, `${before} to ${fitted}`);
    const names = await page.locator('.tl-box .tl-name').allTextContents();
    assert.equal(names.length, await page.locator('.tl-box').count());
    for (const name of names) assert.match(name, /^.{5,}$|^[^…]+$/);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    assert.ok((await widthOf()) < fitted);
  });

  it('keeps the current box in sight along a long run', async () => {
    const page = await open({ sample: longRun(400) });
    await slider(page).focus();
    for (const key of [
      'Shift+ArrowRight',
      'Shift+ArrowRight',
      'Shift+ArrowRight',
      'End',
      'Home',
      'End',
    ]) {
      await page.keyboard.press(key);
      await page.locator('.tl-box.now').waitFor();
      const inside = await page.evaluate<boolean>(`(() => {
        const outer = document.querySelector('.tl-scroll').getBoundingClientRect();
        const inner = document.querySelector('.tl-box.now').getBoundingClientRect();
        return inner.left >= outer.left && inner.right <= outer.right + 1;
      })()`);
      assert.ok(inside, key);
    }
  });

  it('saves a picture that is valid XML in the colours of the theme, and notes', async () => {
    const page = await open({ sample: fileAndSocket(), theme: 'light' });
    for (const name of ['As a Picture (SVG)', 'As Notes (Markdown)']) {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name }).click();
    }
    const [picture, notes] = (await harness?.exports()) ?? [];
    assert.equal(picture?.format, 'svg');
    // A page without the policy, which would refuse the picture's own style sheet.
    const plain = await page.context().newPage();
    const read = await plain.evaluate<{ broken: number; boxes: number; ground: string }>(`(() => {
      const parsed = new DOMParser().parseFromString(${JSON.stringify(picture.text)}, 'image/svg+xml');
      return {
        broken: parsed.querySelectorAll('parsererror').length,
        boxes: parsed.querySelectorAll('.tl-box').length,
        ground: parsed.querySelector('rect').getAttribute('fill'),
      };
    })()`);
    assert.deepEqual(read, { broken: 0, boxes: 8, ground: '#ffffff' });
    assert.equal(notes?.format, 'markdown');
    assert.match(notes.text, /^# Timeline of a run/);
  });

  it('moves nothing by itself where less motion is wished for, by the system or in VS Code', async () => {
    const moved: number[] = [];
    for (const wish of ['none', 'system', 'VS Code']) {
      const page = await open({ sample: fourWay(), reducedMotion: wish === 'system' });
      if (wish === 'VS Code') {
        await page.evaluate("document.body.classList.add('vscode-reduce-motion')");
      }
      moved.push(
        await page.evaluate<number>(`(() => {
          const keys = { key: 'ArrowRight', shiftKey: true, bubbles: true };
          document.querySelector('[role="slider"]').dispatchEvent(new KeyboardEvent('keydown', keys));
          return document.getAnimations().length;
        })()`),
      );
      await harness?.close();
    }
    assert.ok((moved[0] ?? 0) > 0, 'the test sees what moves');
    assert.deepEqual(moved.slice(1), [0, 0]);
  });

  it('tells what is imagined from a record by its words, hatching and dashes, and gives no reasons', async () => {
    const plain = { label: 'Imagined timeline, not a recording' };
    const { code, recording } = fourWay();
    const imagined = { ...recording, trace: { ...recording.trace, imagined: true as const } };
    const looks = async (page: Page): Promise<readonly string[]> =>
      page.evaluate(`[['.tl-stage', 'borderTopStyle'], ['.tl-scroll', 'backgroundImage'], ['.tl-frame', 'strokeDasharray']]
        .map(([one, look]) => getComputedStyle(document.querySelector(one))[look].split('(')[0])`);
    const record = await open({ sample: { code, recording, plain: { label: 'This run' } } });
    assert.deepEqual(await looks(record), ['solid', 'none', 'none']);
    // There is nothing beside the picture to make room for.
    const [drawn, whole] = await record.evaluate<readonly number[]>(
      `['.tl-drawing', '.tl-body'].map((one) => document.querySelector(one).clientWidth)`,
    );
    assert.equal(drawn, whole);
    await record.getByText('turn 1', { exact: true }).waitFor();
    await harness?.close();
    const page = await open({
      sample: { code, recording: imagined, plain },
      theme: 'highContrast',
    });
    assert.deepEqual(await looks(page), ['dashed', 'repeating-linear-gradient', '4px, 3px']);
    const scroller = page.getByRole('slider', { name: plain.label });
    // All of it is shown as it was in the end, until somebody goes through it.
    assert.equal(await page.locator('.tl-box:is(.now, .later)').count(), 0);
    await page.getByText('turn of the loop', { exact: true }).waitFor();
    assert.equal(await page.locator('.tl-card, .tl-panels, .tl-transport, .tl-menus').count(), 0);
    await scroller.press('ArrowLeft');
    assert.equal(await page.locator('.tl-box.now').count(), 1);
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('list', { name: 'Callbacks in the imagined order' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  it('takes everything back when it is disposed', async () => {
    const page = await open({ sample: fourWay() });
    await page.getByRole('button', { name: 'Play' }).click();
    await page.evaluate('window.harness.handle.dispose()');
    assert.equal(await page.locator('#timeline').innerHTML(), '');
  });

  for (const theme of [
    'dark',
    'light',
    'highContrast',
    'highContrastLight',
  ] satisfies ThemeName[]) {
    it(`leaves nothing for axe to find, wide and narrow (${theme})`, async () => {
      const page = await open({ sample: fourWay(), theme });
      await slider(page).focus();
      for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
      assert.deepEqual(await axeFindings(page), []);
      await page.setViewportSize({ width: 380, height: 800 });
      assert.deepEqual(await axeFindings(page), []);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      assert.equal(overflow, 0);
    });
  }
});

const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Steps of the run' });
const title = (page: Page): Promise<string> => page.locator('.tl-title').innerText();
const printed = (page: Page): Promise<string[]> => page.locator('.tl-lines bdi').allInnerTexts();
const look = async (box: Locator): Promise<string> => (await box.getAttribute('class')) ?? '';

const queue = (page: Page, name: string): Promise<string[]> =>
  page.locator('.tl-queue', { hasText: name }).locator('.tl-chip').allInnerTexts();

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeScript, 'utf8'));
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run(document).then(({ violations }) => violations)',
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
