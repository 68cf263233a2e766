// @ts-check
// Takes the pictures of README.md from real windows, with the extension as people install it:
//   npm run pictures
//   npm run pictures -- --only timeline
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errors } from 'playwright-core';
import { tsImport } from 'tsx/esm/api';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureCodeServer } from './lib/code-server.mjs';
import { packageExtension } from './lib/extension.mjs';
import { inRoot } from './lib/paths.mjs';
import {
  largestPicture,
  pictureFile,
  pictureFolder,
  pictureNames,
  pictureThemes,
} from './lib/readme-pictures.mjs';
import { temporaryFolder } from './lib/temporary.mjs';

/**
 * What is used here of the workbench of test/browser.
 * @typedef {{
 *   page: import('playwright-core').Page,
 *   workspace: string,
 *   openFile(name: string): Promise<void>,
 *   command(title: string): Promise<void>,
 *   expand(view: 'Questions' | 'Predict', topic: string): Promise<void>,
 *   frame(title: string): Promise<import('playwright-core').FrameLocator>,
 *   loaded(title: string): Promise<import('playwright-core').FrameLocator>,
 *   input(): import('playwright-core').Locator,
 *   picks(): import('playwright-core').Locator,
 *   tidy(): Promise<void>,
 *   tree(view: 'Questions' | 'Predict'): import('playwright-core').Locator,
 *   close(): Promise<void>,
 * }} Workbench
 */

/** Of a window; the steps of one picture are in a low one of their own. */
const sizes = { whole: { width: 1280, height: 800 }, step: { width: 1000, height: 410 } };

const { openWorkbench } = await tsImport('../test/browser/workbench.ts', import.meta.url);

/**
 * What is done in the window until it shows what the picture is about. One that takes several steps gives a
 * picture of each, which become one.
 * @type {Record<typeof pictureNames[number], (workbench: Workbench) => Promise<void | Buffer[]>>}
 */
const scenes = {
  async answer(workbench) {
    await workbench.expand('Questions', 'Event loop');
    await workbench.expand('Predict', 'Event loop');
    await workbench.tree('Questions').filter({ hasText: 'Phases of the event loop' }).click();
    await workbench.loaded('What are the phases of the event loop?');
  },
  async prediction(workbench) {
    const page = await openSnippet(
      workbench,
      'nextTick, a promise handler and queueMicrotask, in CommonJS',
    );
    await page.getByText('Type lines', { exact: true }).click();
    await page.locator('#typed').fill(['script', 'promise job', 'tick', 'microtask'].join('\n'));
    await page.getByRole('button', { name: /Check Prediction/ }).click();
    // A wrong prediction may be tried again before it is told what was printed.
    const heading = page.getByRole('heading', { name: 'Wrong from line 2' });
    const reveal = page.getByRole('button', { name: 'Show What It Prints' });
    await heading.or(reveal).first().waitFor();
    if (await reveal.isVisible()) await reveal.click();
    await heading.waitFor();
    await page.locator('.tl-box').first().waitFor();
    await intoView(page.getByRole('heading', { level: 1 }));
  },
  async timeline(workbench) {
    const page = await openSnippet(workbench, 'One turn of the loop, seen from an I/O callback');
    await workbench.command('Loopwise: Record a Timeline');
    await page.locator('.tl-box').first().waitFor();
    const steps = page.getByRole('slider', { name: 'Steps of the run' });
    await steps.press('End');
    for (let back = 0; back < 4; back++) await steps.press('ArrowLeft');
    await intoView(page.locator('#timeline'));
  },
  async inline(workbench) {
    const { page } = workbench;
    await hideSideBar(workbench);
    await writeFile(join(workbench.workspace, 'orders.cjs'), inlineProgram);
    await workbench.openFile('orders.cjs');
    await workbench.command('Loopwise: Predict Inline');
    const status = page.locator('.statusbar-item[id="loopwise.loopwise.loopwise.inline"]');
    for (const [index, line] of [9, 1, 2, 5, 6].entries()) {
      await status.filter({ hasText: `next is ${index + 1}` }).waitFor();
      await goTo(workbench, line);
      await page.keyboard.press('Alt+Enter');
    }
    await status.filter({ hasText: 'next is 6' }).waitFor();
    await page.locator('.codelens-decoration a').filter({ hasText: 'Check' }).waitFor();
    // The next number is asked for where the cursor is.
    await goTo(workbench, 8);
    // The links above the code are there, but out of sight.
    await page.keyboard.press('ControlOrMeta+ArrowUp');
    const steps = [await shotOfEditor(page)];
    await page.keyboard.press('ControlOrMeta+Enter');
    await status.filter({ hasText: 'Wrong from number' }).waitFor();
    await page.locator('.codelens-decoration a').filter({ hasText: 'Run Again' }).waitFor();
    steps.push(await shotOfEditor(page));
    await goTo(workbench, 2);
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    await page.locator('.monaco-hover:visible').first().waitFor();
    steps.push(await shotOfEditor(page));
    return steps;
  },
  async 'many-runs'(workbench) {
    // A race that either side wins, so that there is something to count.
    const title = 'Timeout or immediate inside an immediate';
    await openSnippet(workbench, title);
    await workbench.command('Loopwise: Run Many Times');
    const page = await workbench.frame(`Runs: ${title}`);
    await page.getByRole('button', { name: 'Run 50 Times' }).waitFor({ timeout: 120_000 });
    await intoView(page.getByRole('heading', { level: 1 }));
  },
};

const inlineProgram = `Promise.resolve().then(() => console.log('job'));
process.nextTick(() => console.log('tick'));

setTimeout(() => {
  console.log('timer');
  setImmediate(() => console.log('immediate'));
}, 0);

console.log('script');
`;

/**
 * @param {Workbench} workbench
 * @param {number} line
 */
async function goTo({ page }, line) {
  await page.keyboard.press('ControlOrMeta+G');
  await page.locator('.quick-input-widget:visible input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** @param {import('playwright-core').Page} page */
async function shotOfEditor(page) {
  // What moves into place comes in a frame after the text.
  await page.waitForTimeout(1_000);
  return page.locator('.part.editor').screenshot({ animations: 'disabled' });
}

/** @param {Workbench} workbench */
async function hideSideBar(workbench) {
  const bar = workbench.page.locator('.part.sidebar');
  if (await bar.isVisible()) await workbench.command('View: Toggle Primary Side Bar Visibility');
  await bar.waitFor({ state: 'hidden' });
}

/**
 * @param {Workbench} workbench
 * @param {string} title
 */
async function openSnippet(workbench, title) {
  // A page that takes the focus late closes the list.
  while (!(await find(workbench, title))) await workbench.page.keyboard.press('Escape');
  const page = await workbench.loaded(title);
  // The page has all of the window: what is on it is what the picture is about.
  await hideSideBar(workbench);
  return page;
}

/**
 * @param {Workbench} workbench
 * @param {string} title
 */
async function find(workbench, title) {
  await workbench.command('Loopwise: Search Questions and Snippets…');
  try {
    await workbench.input().fill(title, { timeout: 5_000 });
    await workbench.picks().first().filter({ hasText: title }).waitFor({ timeout: 15_000 });
    await workbench.page.keyboard.press('Enter');
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

/** @param {import('playwright-core').Locator} locator */
const intoView = (locator) =>
  locator.evaluate('(element) => element.scrollIntoView({ block: "start" })');

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = pictureNames.filter((name) => values.only === undefined || name === values.only);
if (wanted.length === 0) throw new Error(`There is no picture "${values.only}".`);

const stage = temporaryFolder();
await ensureCodeServer();
await ensureBrowser();
const vsix = join(stage.path, 'loopwise.vsix');
await packageExtension(vsix);
await mkdir(inRoot(pictureFolder), { recursive: true });
for (const kind of /** @type {const} */ (['light', 'dark'])) {
  await takeIn(
    kind,
    sizes.whole,
    wanted.filter((name) => name !== 'inline'),
  );
  await takeIn(
    kind,
    sizes.step,
    wanted.filter((name) => name === 'inline'),
  );
}
stage.remove();

/**
 * Takes pictures one after the other in a window.
 * @param {keyof typeof pictureThemes} kind
 * @param {{ width: number, height: number }} size
 * @param {readonly (typeof pictureNames[number])[]} names
 */
async function takeIn(kind, size, names) {
  if (names.length === 0) return;
  const settings = { 'editor.minimap.enabled': false };
  const workbench = await openWorkbench({ vsix, theme: pictureThemes[kind], settings, ...size });
  try {
    if (size === sizes.whole) {
      await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    }
    await workbench.tidy();
    for (const name of names) {
      const steps = await scenes[name](workbench);
      if (steps) {
        await takeSteps(workbench, steps, pictureFile(name, kind));
        continue;
      }
      await workbench.tidy();
      await workbench.page.mouse.move(2, 2);
      await take(workbench, pictureFile(name, kind));
    }
  } finally {
    await workbench.close();
  }
}

/**
 * One picture of all steps, one below the other.
 * @param {Workbench} workbench
 * @param {readonly Buffer[]} steps
 * @param {string} file
 */
async function takeSteps({ page }, steps, file) {
  const sheet = await page.context().newPage();
  const images = steps.map(
    (step) => `<img src="data:image/png;base64,${step.toString('base64')}">`,
  );
  await sheet.setContent(
    `<style>body { margin: 0; display: inline-grid; gap: 12px; }</style>${images.join('')}`,
  );
  await sheet.locator('body').screenshot({ path: inRoot(file), omitBackground: true });
  await sheet.close();
  await checkSize(file);
}

/**
 * @param {Workbench} workbench
 * @param {string} file
 */
async function take({ page }, file) {
  // The code's colors, and what moves into place, come in a frame after the page.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: inRoot(file), animations: 'disabled' });
  await checkSize(file);
}

/** @param {string} file */
async function checkSize(file) {
  const { size: bytes } = await stat(inRoot(file));
  console.log(`${file}: ${Math.round(bytes / 1024)} KB`);
  if (bytes > largestPicture) throw new Error(`${file} is too large.`);
}
