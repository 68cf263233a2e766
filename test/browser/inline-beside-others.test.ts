import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mts';
import { inlineStatus, runByKey, goToLine, untilResultsIn } from './inline-results.ts';
import { openWorkbench, pictureThemes, type Workbench } from './workbench.ts';

const program = `const unused = 1;
setTimeout(() => console.log('timeout'), 0);
Promise.resolve().then(() => console.log('job'));
console.log('script');
console.log(${JSON.stringify('a line that is so long that it has to be wrapped where words are wrapped. '.repeat(3))});
`;

describe('Results beside the lines, next to what other extensions show there', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 560,
      beside: [inRoot('test', 'fixtures', 'annotating-extension')],
      settings: { 'files.autoSave': 'off' },
    });
    await writeFile(join(workbench.workspace, 'crowded.cjs'), program);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('inline-crowded-failed');
  });
  after(() => workbench.close());

  it('share the line with it, in whichever order VS Code puts them, and hide nothing', async () => {
    const { page } = workbench;
    await workbench.openFile('crowded.cjs');
    const line = (text: string) =>
      page.locator('.editor-instance .view-line').filter({ hasText: text });
    await line('script').filter({ hasText: 'message:' }).waitFor();
    await goToLine(workbench, 1);
    await runByKey(workbench);
    await inlineStatus(workbench).filter({ hasText: 'exit code 0' }).waitFor();
    await untilResultsIn(workbench, (texts) => texts.some((text) => text.includes('script')));
    // What stands after a line is the content of pseudo-elements.
    const shown = await page.evaluate<string[]>(`
      [...document.querySelectorAll('.editor-instance .view-line')]
        .find((line) => line.textContent.includes('script'))
        .querySelectorAll('span')
        .values()
        .map((span) => getComputedStyle(span, '::after').content)
        .filter((content) => content.startsWith('"'))
        .toArray()`);
    for (const part of ['script', 'Somebody'])
      assert.ok(
        shown.some((text) => text.includes(part)),
        shown.join(),
      );
    for (const [name, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`inline-crowded-${name}`);
    }
    // The last result is behind a line that is wider than the editor, until that is wrapped.
    await workbench.command('View: Toggle Word Wrap');
    await untilResultsIn(workbench, (texts) => texts.some((text) => text.startsWith('2 M')));
    await workbench.shot('inline-crowded-wrapped');
  });
});
