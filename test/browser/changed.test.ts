import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { focusEditor } from './focus-editor.ts';
import { axeFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const file = 'timers-and-promises.cjs';

/** A person goes on writing a file that pages show; each step goes on where the last one ended. */
describe('A file that has changed', () => {
  stepByStep();
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1400,
      height: 900,
      settings: { 'loopwise.runs.count': 200 },
    });
  });
  after(() => workbench.close());

  const notice = () => page.getByRole('status').filter({ hasText: 'The file has changed' });

  /** Replaces all that its editor holds, as a person does. */
  async function write(text: string): Promise<void> {
    const { keyboard } = workbench.page;
    await focusEditor(workbench);
    await keyboard.press('ControlOrMeta+A');
    await keyboard.insertText(text);
  }

  it('is told on the page of its prediction', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Predict This Snippet');
    page = await workbench.frame(`Predict: ${file}`);
    await page.getByRole('heading', { level: 1, name: file }).waitFor();
    assert.equal(await page.getByText('The file has changed').count(), 0);
    await write("setTimeout(() => console.log('new text'), 400);");
    await notice().waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot('changed-predict');
  });

  it('runs as it is by now from there, by keyboard', async () => {
    // With *Show the New Text* before it in the order of tabs.
    await notice().getByRole('button', { name: 'Show the Current Version' }).focus();
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.press('Enter');
    page = await workbench.frame(`Predict: ${file}`);
    await page.locator('#work').getByText('new text', { exact: true }).first().waitFor();
    assert.equal(await page.getByText('The file has changed').count(), 0);
  });

  it('is told on the page of many runs while they go on', async () => {
    await workbench.command('Loopwise: Run Many Times');
    page = await workbench.frame(`Runs: ${file}`);
    const cancel = page.locator('#cancel');
    await cancel.waitFor();
    await write("console.log('newest text');");
    await notice().filter({ hasText: 'of the older version' }).waitFor();
    assert.ok(await cancel.isVisible(), 'The runs were over before the text was written.');
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot('changed-runs');
    await cancel.focus();
    await workbench.page.keyboard.press('Enter');
    await notice().filter({ hasText: 'The buttons run the current version' }).waitFor();
  });
});
