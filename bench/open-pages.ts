import { ownQuestions } from '../test/browser/own-questions.ts';
import { studiedFor } from '../test/browser/study-history.ts';
import { openWorkbench } from '../test/browser/workbench.ts';
import { median } from './median.ts';
import { paintedAfterPress } from './painted.ts';

const times = 5;

/**
 * Milliseconds from a click to the frame in which the page of progress, or the first card of a quiz, is painted in
 * a tab that was not open, for somebody who has studied for half a year: the median, after a first one.
 */
export async function measureOpenPages(
  vsix: string,
): Promise<{ progressOpenMs: number; quizOpenMs: number }> {
  const workbench = await openWorkbench({ vsix });
  try {
    const { page } = workbench;
    await workbench.append(...studiedFor(await ownQuestions(), 180));
    await page.getByRole('tab', { name: 'Loopwise' }).first().click();
    const due = workbench.tree('Today').filter({ hasText: 'Due Now' });
    await due.waitFor();
    const opened = async (shown: string, press: () => Promise<void>): Promise<number> => {
      const measured: number[] = [];
      for (let time = 0; time <= times; time++) {
        measured.push(await paintedAfterPress(page, shown, press));
        await workbench.command('View: Close All Editors');
        await page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
      }
      return median(measured.slice(1));
    };
    const header = page.locator('.pane-header[aria-label^="Today"]');
    return {
      progressOpenMs: await opened("document.querySelector('main.progress-page h1')", async () => {
        // The buttons of a view are there while the pointer is.
        await header.hover();
        await header.getByRole('button', { name: 'Show Progress' }).click();
      }),
      quizOpenMs: await opened("document.querySelector('main.quiz h1')", () => due.click()),
    };
  } finally {
    await workbench.close();
  }
}
