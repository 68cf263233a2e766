import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { axeFindings, contrastFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { waitForCondition } from './wait-for-condition.ts';
import { openWorkbench, themeKinds, themes, type Workbench } from './workbench.ts';

const file = 'timers-and-promises.cjs';

/** Many runs and every Node, as a person sees them; each step goes on where the last one ended. */
describe('An order that is counted', () => {
  stepByStep();
  let workbench: Workbench;
  let runs: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1400,
      height: 900,
      settings: { 'loopwise.runs.count': 4 },
    });
  });
  after(() => workbench.close());

  it('comes from many runs of the open file', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Run Many Times');
    runs = await workbench.frame(`Runs: ${file}`);
    await runs.getByText('4 of 4').first().waitFor();
    await runs.getByRole('button', { name: 'Run 4 Times' }).waitFor();
    assert.deepEqual(await axeFindings(runs), []);
    await workbench.shot('runs-many');
  });

  it('is compared between every Node and both kinds of module by keyboard', async () => {
    await runs.getByRole('button', { name: 'Run on Every Node.js' }).focus();
    await workbench.page.keyboard.press('Enter');
    await runs.getByRole('columnheader', { name: 'CommonJS' }).waitFor();
    await runs.getByRole('button', { name: 'Run 4 Times' }).waitFor();
    await runs.getByRole('heading', { name: 'Output A' }).waitFor();
    // The button that was pressed is gone meanwhile: the focus is on what came of it.
    await runs.locator('#result:focus').waitFor();
    assert.deepEqual(await contrastFindings(runs), []);
  });

  it('can be read in every kind of theme, wide and narrow, with nothing for axe to find', async () => {
    for (const [name, kind] of themeKinds) {
      await workbench.chooseTheme(themes[name]);
      await runs.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      await coloredAsInEditor();
      for (const width of [1400, 740]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        // Colors don't depend on the width, nor roles and sizes on the theme.
        if (width === 1400 || name === 'light') assert.deepEqual(await axeFindings(runs), []);
        await workbench.shot(`runs-${name}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('comes from the Node that was picked', async () => {
    await workbench.command('Loopwise: Select Node.js…');
    const found = workbench.picks().filter({ hasText: /Node\.js \d+\.\d+\.\d+.*in use/ });
    await found.first().click();
    await workbench.page.locator('.statusbar').getByText('Snippets run on Node.js').waitFor();
    await runs.getByRole('button', { name: 'Run 4 Times' }).click();
    await runs.getByText('from the settings').waitFor();
    await runs.getByText('4 of 4').first().waitFor();
    await runs.getByRole('button', { name: 'Run 4 Times' }).waitFor();
  });

  it('is still there after a reload, without a run', async () => {
    await workbench.reload();
    // The extension host has to come back first, which takes a while on a busy machine.
    runs = await workbench.frame(`Runs: ${file}`, 60_000);
    await runs.getByText('4 of 4').first().waitFor();
    assert.equal(await runs.locator('#cancel').count(), 0);
  });

  /** The code gets its new colours a moment after the page; the file is open beside it. */
  async function coloredAsInEditor(): Promise<void> {
    const tokens = (code: string) =>
      `[...document.querySelectorAll('${code} span')]
        .filter((token) => token.textContent === "'start'")
        .map((token) => getComputedStyle(token).color)`;
    const inEditor = await workbench.page.evaluate<string[]>(tokens('.monaco-editor .view-line'));
    const inPage = tokens('.source code');
    await waitForCondition(runs, `${inPage}.includes('${inEditor.at(-1)}')`, inPage);
  }
});

/** Each theme, with the kind that VS Code tells its webviews. */
