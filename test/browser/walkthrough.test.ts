import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A person installs the extension, and VS Code shows them how to begin; each step goes on where the last one ended. */
describe('Get Started', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ installed: false });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('walkthrough-failed');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const step = (name: string): Locator =>
    workbench.page.locator(`.getting-started-step[data-step-id$="#${name}"]`);
  const done = (name: string): Promise<void> =>
    step(name).and(workbench.page.locator('[aria-checked="true"]')).waitFor();
  const states = async (): Promise<readonly (string | null)[]> =>
    Promise.all(steps.map((name) => step(name).getAttribute('aria-checked')));

  async function install(): Promise<void> {
    await copyFile(process.env['LOOPWISE_VSIX'] ?? '', join(workbench.workspace, 'loopwise.vsix'));
    await workbench.command('Extensions: Install from VSIX...');
    await workbench.pick('loopwise.vsix');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.command('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: /Completed installing/ })
      .waitFor({ timeout: 60_000 });
    await workbench.tidy();
  }

  it('is opened by VS Code once the extension was installed', async () => {
    await install();
    await step('predict').waitFor();
    await workbench.shot('walkthrough-installed');
    assert.deepEqual(await states(), ['false', 'false', 'false', 'false']);
  });

  it('is not opened again: not by a reload, and not where the extension is installed once more', async () => {
    await workbench.command('View: Close All Editors');
    await step('predict').waitFor({ state: 'detached' });
    await workbench.reload();
    await workbench.command('Loopwise: Show Progress');
    await workbench.frame('Progress');
    assert.equal(await step('predict').count(), 0);
    await install();
    await workbench.command('Loopwise: Show Progress');
    await workbench.frame('Progress');
    assert.equal(await step('predict').count(), 0);
  });

  it('has each step done by doing it', async () => {
    await workbench.command('Loopwise: Get Started');
    await step('predict').waitFor();
    assert.deepEqual(await states(), ['false', 'false', 'false', 'false']);
    await step('why').click();
    await workbench.page.getByRole('button', { name: 'Record a Timeline' }).click();
    await workbench.frame('Timeline');
    await workbench.command('Loopwise: Get Started');
    await done('why');
    assert.deepEqual(await states(), ['false', 'true', 'false', 'false']);
    await workbench.command('Loopwise: Set Interview Date…');
    await workbench.input().fill('2099-02-01');
    await press('Enter');
    await workbench.pick('Senior');
    await done('interview');
    assert.deepEqual(await states(), ['false', 'true', 'true', 'false']);
    await step('place').click();
    await workbench.page.getByRole('button', { name: 'Show Today' }).click();
    await done('place');
    assert.deepEqual(await states(), ['false', 'true', 'true', 'true']);
    await step('predict').click();
    await workbench.page.getByRole('button', { name: 'Predict This Snippet' }).click();
    const predict = await workbench.frame('A timer of 10 ms');
    for (const name of ['work is done', 'timer ran on time: false']) {
      await predict.locator('.pool').getByRole('button', { name, exact: true }).click();
    }
    await predict.getByRole('button', { name: /Check Prediction/ }).click();
    await predict.getByRole('heading', { name: 'Exact' }).waitFor();
    await workbench.command('Loopwise: Get Started');
    await done('predict');
    await workbench.shot('walkthrough-done');
  });
});

const steps = ['predict', 'why', 'interview', 'place'] as const;
