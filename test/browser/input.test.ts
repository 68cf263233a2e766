import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const file = 'greets.cjs';
const code = `const lines = require('node:readline').createInterface({ input: process.stdin });
process.stdout.write('Name? ');
lines.on('line', (name) => {
  console.log('Hello ' + name);
  process.stdout.write('Another one? ');
});
lines.on('close', () => console.log('Bye'));
`;

/** A program asks, and a person answers; each step goes on where the last one ended. */
describe('A program that reads standard input', function () {
  stepByStep();
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1400,
      height: 900,
      // Whoever types takes longer than this.
      settings: { 'loopwise.run.timeLimit': 1 },
    });
    await writeFile(join(workbench.workspace, file), code);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('input-failed');
  });
  after(() => workbench.close());

  const screen = () => page.getByRole('log', { name: 'Output so far' });
  const field = () => page.getByRole('textbox', { name: 'Standard input' });

  it('shows what it asks, with the focus where the answer is typed', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Run Without Predicting');
    page = await workbench.frame(`Predict: ${file}`);
    await screen().getByText('Name?').waitFor();
    await page.locator('#stdin:focus').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot('input-asks');
  });

  it('is answered by keyboard alone, for longer than the limit on time', async () => {
    await workbench.page.keyboard.type('Ada');
    await workbench.page.keyboard.press('Enter');
    await screen().getByText('Hello Ada').waitFor();
    await workbench.page.keyboard.type('Grace');
    await workbench.page.keyboard.press('Shift+Enter');
    await workbench.page.keyboard.type('Edsger');
    await workbench.page.keyboard.press('Enter');
    await screen().getByText('Hello Edsger').waitFor();
    assert.match((await screen().textContent()) ?? '', /Hello Grace[^]*Hello Edsger/);
    assert.equal(await field().inputValue(), '');
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot('input-answered');
  });

  it('ends with its input, and its timeline is there', async () => {
    await workbench.page.keyboard.press('Control+d');
    await page.getByRole('heading', { name: 'What this run printed' }).waitFor();
    await page.locator('#work').getByText('Bye', { exact: false }).first().waitFor();
    await page.getByRole('slider', { name: 'Steps of the run' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot('input-ended');
  });

  it('can be stopped while it waits', async () => {
    await page.getByRole('button', { name: 'Run Again' }).click();
    await page.locator('#stdin:focus').waitFor();
    await workbench.page.keyboard.press('Escape');
    await page.getByText('The run was stopped').waitFor();
    assert.equal(await field().count(), 0);
  });
});
