import { launchBrowser } from '../scripts/lib/browser.mts';
import { openHarness } from '../test/browser/timeline/harness.ts';
import { longRun } from '../test/unit/timeline/traces.ts';
import { median, percentile } from './median.ts';

const CALLBACKS = 5000;
const STEPS = 400;

/**
 * Milliseconds for a step through a run of 5,000 callbacks in a real browser: from the key until
 * styles and layout are done again, along all of the run, with jumps in between.
 */
export async function measureTimeline(): Promise<{
  timelineStepMs: number;
  timelineStepP95Ms: number;
}> {
  const browser = await launchBrowser();
  try {
    const { page } = await openHarness(browser, {
      sample: longRun(CALLBACKS),
      width: 1200,
      height: 900,
    });
    const times = await page.evaluate<number[]>(stepTimes);
    return { timelineStepMs: median(times), timelineStepP95Ms: percentile(times, 0.95) };
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page. Each step waits for a frame, so that what is measured is a step and not a
 * queue of them; asking for a size makes the browser do its layout within the measured time.
 */
const stepTimes = `(async () => {
  const slider = document.querySelector('[role=slider]');
  slider.focus();
  const press = (key, shiftKey) =>
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  const times = [];
  for (let step = 0; step < ${STEPS}; step++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const began = performance.now();
    if (step === ${STEPS / 2}) press('End', false);
    else press(step < ${STEPS / 2} ? 'ArrowRight' : 'ArrowLeft', step % 3 === 0);
    slider.getBoundingClientRect();
    times.push(performance.now() - began);
  }
  return times;
})()`;
