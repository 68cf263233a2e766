// Takes the pictures of README.md from real windows, with the extension as people install it:
//   npm run pictures
//   npm run pictures -- --only timeline
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errors } from 'playwright-core';
import { openWorkbench, type Workbench } from '../test/browser/workbench.ts';
import { ensureBrowser } from './lib/browser.mts';
import { ensureCodeServer } from './lib/code-server.mts';
import { packageExtension } from './lib/extension.mts';
import { inRoot } from './lib/paths.mts';
import {
  largestPicture,
  pictureFile,
  pictureFolder,
  pictureNames,
  pictureThemes,
} from './lib/readme-pictures.mts';
import { temporaryFolder } from './lib/temporary.mts';
import type { Locator, Page } from 'playwright-core';

/** Of a window; the steps of one picture are in a low one of their own. */
const sizes = { whole: { width: 1280, height: 800 }, step: { width: 1000, height: 410 } };

/**
 * What is done in the window until it shows what the picture is about. One that takes several steps gives a
 * picture of each, which become one.
 */
const scenes: Record<
  (typeof pictureNames)[number],
  (workbench: Workbench) => Promise<readonly Buffer[] | undefined>
> = {
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

async function goTo({ page }: Workbench, line: number) {
  await page.keyboard.press('ControlOrMeta+G');
  await page.locator('.quick-input-widget:visible input').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function shotOfEditor(page: Page) {
  // What moves into place comes in a frame after the text.
  await page.waitForTimeout(1_000);
  return page.locator('.part.editor').screenshot({ animations: 'disabled' });
}

async function hideSideBar(workbench: Workbench) {
  const bar = workbench.page.locator('.part.sidebar');
  if (await bar.isVisible()) await workbench.command('View: Toggle Primary Side Bar Visibility');
  await bar.waitFor({ state: 'hidden' });
}

async function openSnippet(workbench: Workbench, title: string) {
  // A page that takes the focus late closes the list.
  while (!(await find(workbench, title))) await workbench.page.keyboard.press('Escape');
  const page = await workbench.loaded(title);
  // The page has all of the window: what is on it is what the picture is about.
  await hideSideBar(workbench);
  return page;
}

async function find(workbench: Workbench, title: string) {
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

const intoView = (locator: Locator) =>
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
for (const kind of ['light', 'dark'] as const) {
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

/** Takes pictures one after the other in a window. */
async function takeIn(
  kind: keyof typeof pictureThemes,
  size: { width: number; height: number },
  names: readonly (typeof pictureNames)[number][],
) {
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

/** One picture of all steps, one below the other. */
async function takeSteps({ page }: Workbench, steps: readonly Buffer[], file: string) {
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

async function take({ page }: Workbench, file: string) {
  // The code's colors, and what moves into place, come in a frame after the page.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: inRoot(file), animations: 'disabled' });
  await checkSize(file);
}

async function checkSize(file: string) {
  const { size: bytes } = await stat(inRoot(file));
  console.log(`${file}: ${Math.round(bytes / 1024)} KB`);
  if (bytes > largestPicture) throw new Error(`${file} is too large.`);
}
