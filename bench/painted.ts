import type { Page } from 'playwright-core';

/**
 * Milliseconds from the next press of the mouse to the frame in which a page of ours is painted, measured
 * inside the window, so that nothing of the driver counts.
 * @param shown JavaScript, true of the `document` of a page that is there
 */
export async function paintedAfterPress(
  page: Page,
  shown: string,
  press: () => Promise<void>,
): Promise<number> {
  const painted = page.evaluate<number>(untilPainted(shown));
  await press();
  return painted;
}

/** Runs in the window: a promise of the milliseconds. */
const untilPainted = (shown: string): string => `new Promise((resolve) => {
  const isShown = (document) => Boolean(document && (${shown}));
  const inner = (outer) => outer.contentDocument?.querySelector('#active-frame')?.contentDocument;
  const isThere = () =>
    [...document.querySelectorAll('iframe.webview')].some((outer) => isShown(inner(outer)));
  const start = () => {
    const pressed = performance.now();
    const look = () => requestAnimationFrame(() => {
      // The frame after the one in which it is there has it on the screen.
      if (isThere()) requestAnimationFrame(() => resolve(performance.now() - pressed));
      else look();
    });
    look();
  };
  document.addEventListener('mousedown', start, { capture: true, once: true });
})`;
