// What stands beside the lines of editors, as a person sees it.
import { focusEditor } from './focus-editor.ts';
import type { Workbench } from './workbench.ts';

/** What stands behind the code of each line that has something there. */
export async function resultsIn({ page }: Workbench): Promise<string[]> {
  const contents = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.view-lines .view-line span')].map(
      (span) => getComputedStyle(span, '::after').content)`,
  );
  return contents.flatMap((content) => plainText(content) ?? []);
}

/** The same with the code, from top to bottom: `code → what stands behind it`. */
export async function linesWithResults({ page }: Workbench): Promise<string[]> {
  const lines = await page.evaluate<{ top: number; code: string; contents: string[] }[]>(
    `[...document.querySelectorAll('.view-lines .view-line')].map((line) => ({
      top: line.getBoundingClientRect().top,
      code: line.textContent,
      contents: [...line.querySelectorAll('span')].map((span) => getComputedStyle(span, '::after').content),
    }))`,
  );
  return lines
    .toSorted((one, other) => one.top - other.top)
    .flatMap(({ code, contents }) => {
      const texts = contents.flatMap((content) => plainText(content) ?? []);
      const shown = code.replaceAll('\u00a0', ' ').trim();
      return texts.length === 0 ? [] : [`${shown} → ${texts.join(' | ')}`];
    });
}

function plainText(content: string): string | undefined {
  const text = /^"(.*)"$/.exec(content)?.[1];
  return text?.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0\u00a0', ' ');
}

/** What they look like: slope, weight and border where those are not as in code, and the color. */
export function resultLooksIn({ page }: Workbench) {
  return page.evaluate<{ text: string; look: string; color: string }[]>(
    `[...document.querySelectorAll('.view-lines .view-line span')].flatMap((span) => {
      const { content, fontStyle, fontWeight, borderTopStyle, color } = getComputedStyle(span, '::after');
      if (!content.startsWith('"')) return [];
      const look = [
        fontStyle === 'normal' ? '' : fontStyle,
        Number(fontWeight) >= 600 ? 'bold' : '',
        borderTopStyle === 'none' ? '' : borderTopStyle,
      ];
      return { text: content, look: look.filter(Boolean).join(' '), color };
    })`,
  );
}

/** @returns what `read` answers once it holds; the test's own limit ends the wait */
async function until(
  workbench: Workbench,
  read: (workbench: Workbench) => Promise<string[]>,
  holds: (texts: readonly string[]) => boolean,
): Promise<string[]> {
  for (;;) {
    const texts = await read(workbench);
    if (holds(texts)) return texts;
    // Leaves the window its frames.
    await workbench.page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
  }
}

export const untilResultsIn = (
  workbench: Workbench,
  holds: (texts: readonly string[]) => boolean,
): Promise<string[]> => until(workbench, resultsIn, holds);

/** Waits until lines have exactly these results, as `linesWithResults` reads them. */
export const untilLines = (workbench: Workbench, wanted: readonly string[]): Promise<string[]> =>
  until(workbench, linesWithResults, (lines) => lines.join('\n') === wanted.join('\n'));

/** The item of the status bar that tells of runs and predictions. */
export const inlineStatus = ({ page }: Workbench) =>
  page.locator('.statusbar-item[id="loopwise.loopwise.loopwise.inline"]');

/** Puts the cursor at the end of a line of the active editor. */
export async function goToLine(workbench: Workbench, line: number): Promise<void> {
  const { keyboard } = workbench.page;
  await focusEditor(workbench, '.editor-group-container.active');
  await keyboard.press('ControlOrMeta+G');
  await workbench.input().fill(`:${line}`);
  await keyboard.press('Enter');
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await keyboard.press('End');
}

/** Runs the active editor's code inline, by its keys. */
export async function runByKey({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Shift+Alt+L');
  await page.keyboard.press('I');
}
