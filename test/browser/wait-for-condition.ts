import type { FrameLocator } from 'playwright-core';

/**
 * Waits inside a webview. Its policy forbids `waitForFunction`, which evaluates a text in the page.
 * @param condition an expression, looked at before each picture that the page shows
 * @param seen an expression for the error's message, when the condition does not come true in time
 */
export async function waitForCondition(
  webview: FrameLocator,
  condition: string,
  seen = 'document.visibilityState',
): Promise<void> {
  const wait = `new Promise((resolve) => {
    const late = setTimeout(() => resolve(String(${seen})), 20_000);
    const look = () => {
      if (!(${condition})) return requestAnimationFrame(look);
      clearTimeout(late);
      resolve(undefined);
    };
    look();
  })`;
  const failed = await webview.locator('html').evaluate<string | undefined, unknown>(wait);
  if (failed !== undefined)
    throw new Error(`Not true in 20 seconds: ${condition}; seen: ${failed}`);
}
