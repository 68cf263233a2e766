import type { Locator, Page } from 'playwright-core';
import { openWorkbench } from '../test/browser/workbench.ts';
import { median } from './median.ts';
import { paintedAfterPress } from './painted.ts';

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

async function clickToPaint(page: Page, index: number): Promise<number> {
  const row = questions(page).nth(index);
  // The tree shows a short name, and screen readers the whole title, which the page has as well.
  const name = (await row.getAttribute('aria-label')) ?? '';
  const heading = "document.querySelector('h1')?.textContent.trim()";
  const shown = `${heading} && ${JSON.stringify(name)}.includes(${heading})`;
  return paintedAfterPress(page, shown, () => row.click());
}
