import type { FrameLocator } from 'playwright-core';

/**
 * Waits inside a webview. Its policy forbids `waitForFunction`, which evaluates a text in the page.
 * @param condition an expression, looked at before each picture that the page shows
 */
export async function comesTrue(webview: FrameLocator, condition: string): Promise<void> {
  await webview.locator('html').evaluate<unknown, unknown>(`new Promise((resolve) => {
    const look = () => (${condition} ? resolve() : requestAnimationFrame(look));
    look();
  })`);
}
