import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { stepByStep } from './step-by-step.ts';
import { pictureThemes, openWorkbench, type Workbench } from './workbench.ts';

/** A person is led to a first prediction, then to what to do each day. */
describe('The first minute', function () {
  stepByStep();
  let workbench: Workbench;
  let predict: FrameLocator;
  let clicks = 0;

  before(async () => {
    workbench = await openWorkbench({ width: 1280, height: 800 });
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
  const today = (): Locator => workbench.tree('Today');
  const pictures = async (name: string): Promise<void> => {
    for (const [kind, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`today-${name}-${kind}`);
    }
  };

  it('welcomes who has done nothing yet', async () => {
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('button', { name: 'Predict Your First Snippet' })
      .waitFor();
    await pictures('welcome');
  });

  it('has the first prediction judged four clicks after the walkthrough is there', async () => {
    // VS Code opens it where an extension is installed in a window.
    await workbench.command('Loopwise: Get Started');
    await step('predict').waitFor();
    await pictures('walkthrough');
    await click(workbench.page.getByRole('button', { name: 'Predict This Snippet' }));
    predict = await workbench.frame('A timer of 10 ms');
    const card = (name: string) =>
      predict.locator('.pool').getByRole('button', { name, exact: true });
    await click(card('work is done'));
    await click(card('timer ran on time: false'));
    await click(predict.getByRole('button', { name: /Check Prediction/ }));
    await predict.getByRole('heading', { name: 'Exact' }).waitFor();
    assert.equal(clicks, 4);
    await workbench.command('Loopwise: Get Started');
    await step('predict').and(workbench.page.locator('[aria-checked="true"]')).waitFor();
    assert.equal(await step('why').getAttribute('aria-checked'), 'false');
  });

  it('says what to do next, and does it with one button', async () => {
    // A snippet waits for its question, so new cards are what is next.
    await today().first().filter({ hasText: 'New Today' }).waitFor();
    await today().filter({ hasText: 'Set Interview Date…' }).waitFor();
    await pictures('rows');
    await workbench.command('Loopwise: Study Now');
    const quiz = await workbench.frame('Quiz');
    await quiz.locator('main[data-stage="ask"]').waitFor();
  });
});
