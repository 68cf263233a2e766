import type { Locator, Page } from 'playwright-core';
import { openWorkbench } from '../test/browser/workbench.ts';
import { median } from './median.ts';

/**
 * Milliseconds from a click on a question in the tree to the frame in which its answer is painted:
 * the median over the questions of a topic, each clicked once, after a first one that opened the page.
 */
export async function measureClickToPaint(vsix: string): Promise<number> {
  const workbench = await openWorkbench({ vsix });
  try {
    const { page } = workbench;
    await page.getByRole('tab', { name: 'Loopwise' }).first().click();
    await workbench.expand('Questions', 'Event loop and scheduling');
    const rows = questions(page);
    await rows.first().waitFor();
    const times: number[] = [];
    for (let index = 0; index < (await rows.count()); index++) {
      times.push(await clickToPaint(page, index));
    }
    return median(times.slice(1));
  } finally {
    await workbench.close();
  }
}

const questions = (page: Page): Locator =>
  page.getByRole('tree', { name: 'Questions' }).locator('[role=treeitem][aria-level="2"]');

/** Measured inside the window, so that nothing of the driver counts. */
async function clickToPaint(page: Page, index: number): Promise<number> {
  const row = questions(page).nth(index);
  // The tree shows a short name, and screen readers the whole title, which the page has as well.
  const name = (await row.getAttribute('aria-label')) ?? '';
  const painted = page.evaluate<number>(untilPainted(name));
  await row.click();
  return painted;
}

/** Runs in the window: a promise of the milliseconds from the next press of the mouse. */
const untilPainted = (name: string): string => `new Promise((resolve) => {
  const name = ${JSON.stringify(name)};
  const heading = (outer) =>
    outer.contentDocument?.querySelector('#active-frame')?.contentDocument?.querySelector('h1');
  const shown = () =>
    [...document.querySelectorAll('iframe.webview')].some((outer) => {
      const title = heading(outer)?.textContent.trim();
      return title && name.includes(title);
    });
  const start = () => {
    const clicked = performance.now();
    const look = () => requestAnimationFrame(() => {
      // The frame after the one in which it is there has it on the screen.
      if (shown()) requestAnimationFrame(() => resolve(performance.now() - clicked));
      else look();
    });
    look();
  };
  document.addEventListener('mousedown', start, { capture: true, once: true });
})`;
