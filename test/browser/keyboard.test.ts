import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { keyboardOnly, type KeyboardOnly } from './keyboard-only.ts';
import { readOn } from './read-on.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

/** A person without a mouse, from a fresh install to a finished mock interview. */
describe('By keyboard alone', function () {
  stepByStep();
  let workbench: Workbench;
  let keys: KeyboardOnly;
  let predict: FrameLocator;
  let interview: FrameLocator;

  before(async () => {
    const settings = { 'workbench.colorTheme': themes.dark };
    workbench = await openWorkbench({ width: 1280, height: 800, settings });
    keys = await keyboardOnly(workbench);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('keyboard-failed');
  });
  after(() => workbench.close());

  const shot = (name: string): Promise<unknown> => workbench.shot(`keyboard-${name}`);

  it('is led to a first prediction, and is shown why it was wrong', async () => {
    // VS Code opens it by itself where an extension is installed from its own list.
    await keys.command('Loopwise: Get Started');
    const step = workbench.page.locator(`.getting-started-step[data-step-id$="#predict"]`);
    await step.and(workbench.page.locator(':focus')).waitFor();
    await keys.tabTo(
      workbench.page.locator('.part.editor').getByRole('button', { name: 'Predict This Snippet' }),
    );
    await shot('walkthrough');
    await keys.press('Enter');
    predict = await workbench.frame('A timer of 10 ms');
    await predict.locator('h1:focus').waitFor();
    const pool = predict.locator('.pool');
    for (const line of ['timer ran on time: false', 'work is done']) {
      await keys.arrowTo(pool, pool.getByRole('button', { name: line, exact: true }));
      await shot('card');
      await keys.press('Enter');
    }
    await keys.press('ControlOrMeta+Enter');
    await predict.locator('#result:focus').waitFor();
    await shot('wrong');
    await keys.tabTo(predict.getByRole('button', { name: 'Show What It Prints' }));
    await keys.press('Enter');
    await predict.locator('#result:focus', { hasText: 'Wrong from line 1' }).waitFor();
    await predict.locator('.tl-why').waitFor();
    await shot('why');
    await keys.through(predict);
  });

  it('sits a whole screening, to its report', async () => {
    await keys.command('Loopwise: Start Mock Interview…');
    for (const choice of ['Mid', 'Screening', '15 minutes']) await keys.choose(choice);
    interview = await workbench.frame('Mock Interview');
    await interview.locator('h1:focus').waitFor();
    await keys.tabTo(interview.getByRole('button', { name: 'Start the Clock' }));
    await shot('ready');
    await keys.press('Enter');
    await answerByTab();
    await answerByKeys();
    const report = interview.locator('main.report');
    for (let number = 3; !(await report.isVisible()); number++) {
      await answer(number);
      await at('ask').or(report).waitFor();
    }
    await report.locator('h1:focus').waitFor();
    assert.deepEqual(await axeFindings(interview), []);
    await shot('report');
    await keys.through(interview);
    const kept = await workbench.logged();
    assert.equal(kept.filter(({ kind }) => kind === 'interviewed').length, 1);
    keys.check();
  });

  const at = (stage: string): Locator => interview.locator(`main[data-stage="${stage}"]`);
  const news = (text: string): Promise<void> =>
    interview.locator('h2:focus', { hasText: text }).waitFor();
  const question = (number: number): Promise<void> =>
    at('ask')
      .filter({ hasText: `Question ${number} of` })
      .locator('h1:focus')
      .waitFor();

  /** As somebody does who knows no key of the page: Tab, Enter and Space. */
  async function answerByTab(): Promise<void> {
    await question(1);
    await keys.tabTo(interview.locator('#typed-0'));
    await keys.type('It depends on the load.');
    await keys.tabTo(interview.getByRole('button', { name: 'Rate My Answer' }));
    await shot('ask');
    await keys.press('Enter');
    await news('How good was your answer?');
    await keys.tabTo(interview.locator('#score-3'));
    await shot('score');
    await keys.press('Enter');
    await news('Key points');
    await keys.tabTo(interview.locator('#point-0'));
    await keys.press('Space');
    await shot('points');
    await keys.tabTo(interview.getByRole('button', { name: 'Show Answer' }));
    await keys.press('Enter');
    await news('Say it in the interview');
    assert.equal(await interview.locator('#point-0').isChecked(), true);
    await shot('answer');
    await keys.through(interview);
    await keys.tabTo(interview.getByRole('button', { name: 'Next Question' }));
    await keys.press('Enter');
  }

  /** By the keys that its buttons show. */
  async function answerByKeys(): Promise<void> {
    await question(2);
    await keys.press('f');
    await interview.locator('.follow-ups li').waitFor();
    await keys.press('p');
    await interview.locator('main[data-stage="paused"] h1:focus').waitFor();
    await keys.press('Space');
    await answer(2);
  }

  async function answer(number: number): Promise<void> {
    await question(number);
    await keys.press('ControlOrMeta+Enter');
    await news('How good was your answer?');
    await keys.press('3');
    await news('Key points');
    await readOn(interview, workbench.page);
    await news('Say it in the interview');
    await readOn(interview, workbench.page);
  }
});
