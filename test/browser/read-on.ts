import type { FrameLocator, Page } from 'playwright-core';
import { waitForCondition } from './wait-for-condition.ts';

/**
 * Reads a page of questions to its end, and goes on as its button says: before the button is in sight, Space scrolls
 * as everywhere.
 */
export async function readOn(webview: FrameLocator, { keyboard }: Page): Promise<void> {
  await keyboard.press('End');
  const box = `document.querySelector('[data-next]')?.getBoundingClientRect()`;
  await waitForCondition(webview, `(${box}?.bottom ?? Infinity) <= innerHeight`);
  await keyboard.press('Space');
}
