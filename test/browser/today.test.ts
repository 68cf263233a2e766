import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { pictureThemes, openWorkbench, type Workbench } from './workbench.ts';

/** A person installs the extension and is led to a first prediction, then to what to do each day. */
describe('The first minute', function () {
  this.bail(true);
  let workbench: Workbench;
  let predict: FrameLocator;
  /** Since the extension was installed. */
  let clicks = 0;

  before(async () => {
    workbench = await openWorkbench({ width: 1280, height: 800, vsix: '' });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('today-failed');
  });
  after(() => workbench.close());

  const click = async (target: Locator): Promise<void> => {
    await target.click();
    clicks += 1;
  };
  const step = (name: string): Locator =>
    workbench.page.locator(`.getting-started-step[data-step-id$="#${name}"]`);

  it('opens the walkthrough once the extension is installed', async () => {
    const vsix = process.env['LOOPWISE_VSIX'];
    assert.ok(vsix);
    await workbench.command('Extensions: Install from VSIX...');
    await workbench.input().fill(vsix);
    await workbench.page.keyboard.press('Enter');
    await step('predict').waitFor();
    await workbench.tidy();
    for (const [name, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`today-walkthrough-${name}`);
    }
  });

  it('has the first prediction judged after at most four clicks', async () => {
    await click(workbench.page.getByRole('button', { name: 'Predict This Snippet' }));
    predict = await workbench.frame('A timer of 10 ms');
    const card = (name: string) =>
      predict.locator('.pool').getByRole('button', { name, exact: true });
    await click(card('work is done'));
    await click(card('timer ran on time: false'));
    await click(predict.getByRole('button', { name: /Check Prediction/ }));
    await predict.getByRole('heading', { name: 'Exact' }).waitFor();
    assert.ok(clicks <= 4, String(clicks));
    await workbench.command('Loopwise: Get Started');
    await step('predict').and(workbench.page.locator('.expanded, :has(.codicon-pass)')).waitFor();
  });
});
