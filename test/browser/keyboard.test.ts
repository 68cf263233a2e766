import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { keyboardOnly, type KeyboardOnly } from './keyboard-only.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, type Workbench } from './workbench.ts';

/** A person without a mouse, from a fresh install to a finished mock interview. */
describe('By keyboard alone', function () {
  stepByStep();
  let workbench: Workbench;
  let keys: KeyboardOnly;
  let predict: FrameLocator;
  let interview: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({ width: 1280, height: 800 });
    keys = await keyboardOnly(workbench);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('keyboard-failed');
  });
  after(() => workbench.close());

  const step = (name: string): Locator =>
    workbench.page.locator(`.getting-started-step[data-step-id$="#${name}"]`);
  const ticked = (name: string): Promise<void> =>
    step(name).and(workbench.page.locator('[aria-checked="true"]')).waitFor();
  const button = (name: string): Locator =>
    workbench.page.locator('.part.editor').getByRole('button', { name });
  const today = (): Locator => workbench.tree('Today');
  const pictures = async (name: string): Promise<void> => {
    for (const [kind, theme] of pictureThemes) {
      await keys.command('Preferences: Color Theme');
      await workbench.page
        .locator('.quick-input-widget input[placeholder*="Color Theme"]')
        .waitFor();
      // A long list has no more rows than are seen.
      await workbench.picks().first().waitFor();
      await keys.type(theme);
      await keys.choose(theme);
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await workbench.shot(`keyboard-${name}-${kind}`);
    }
  };

  it('is welcomed in the sidebar and led to a first prediction, judged by four keys', async () => {
    await keys.command('Loopwise: Focus on Today View');
    await workbench.page
      .locator('.part.sidebar')
      .getByRole('button', { name: 'Predict Your First Snippet' })
      .waitFor();
    await pictures('welcome');
    // VS Code opens it by itself where an extension is installed from its own list.
    await keys.command('Loopwise: Get Started');
    await step('predict').waitFor();
    await pictures('walkthrough');
    // Choosing a theme gave the focus back to the sidebar.
    await keys.command('Loopwise: Get Started');
    await step('predict').and(workbench.page.locator(':focus')).waitFor();
    await keys.tabTo(button('Predict This Snippet'));
    await workbench.shot('keyboard-focus-walkthrough');
    // What a mouse would click: these four, and not the Tabs between them.
    await keys.press('Enter');
    predict = await workbench.frame('A timer of 10 ms');
    await predict.locator('h1:focus').waitFor();
    const pool = predict.locator('.pool');
    const card = (name: string) => pool.getByRole('button', { name, exact: true });
    await keys.arrowTo(pool, card('work is done'));
    await workbench.shot('keyboard-focus-card');
    await keys.press('Enter');
    await keys.arrowTo(pool, card('timer ran on time: false'));
    await keys.press('Enter');
    await keys.press('ControlOrMeta+Enter');
    await predict.getByRole('heading', { name: 'Exact' }).waitFor();
    await workbench.shot('keyboard-focus-verdict');
  });

  it('chooses the date and the level of the interview', async () => {
    await keys.command('Loopwise: Get Started');
    await ticked('predict');
    assert.equal(await step('why').getAttribute('aria-checked'), 'false');
    await keys.command('Loopwise: Set Interview Date…');
    await workbench.page.locator('.quick-input-widget').getByText('Year-Month-Day').waitFor();
    const date = new Date(Date.now() + 60 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    // VS Code may give the focus back late, which closes the box once: it is opened again, without what was typed.
    while ((await workbench.input().inputValue()) !== date) {
      await keys.press('ControlOrMeta+A');
      await keys.type(date);
    }
    await keys.press('Enter');
    await keys.choose('Mid');
    await keys.command('Loopwise: Get Started');
    await ticked('interview');
  });

  it('sits a whole screening, to its report', async () => {
    await keys.command('Loopwise: Start Mock Interview…');
    for (const choice of ['Mid', 'Screening', '15 minutes']) await keys.choose(choice);
    interview = await workbench.frame('Mock Interview');
    const at = (stage: string): Locator => interview.locator(`main[data-stage="${stage}"]`);
    await interview.locator('h1:focus').waitFor();
    await keys.press('Space');
    const report = interview.locator('main.report');
    for (let number = 1; !(await report.isVisible()); number++) {
      await at('ask').getByText(`Question ${number} of`).waitFor();
      await interview.locator('h1:focus').waitFor();
      if (number === 1) {
        await keys.tabTo(interview.locator('#typed-0'));
        await keys.type('It depends on the load.');
        await workbench.shot('keyboard-focus-answer');
      }
      await keys.press('ControlOrMeta+Enter');
      await at('score').waitFor();
      if (number === 1) {
        await keys.tabTo(interview.locator('#score-3'));
        await workbench.shot('keyboard-focus-score');
        await keys.press('Enter');
        await keys.tabTo(interview.locator('#point-0'));
        await workbench.shot('keyboard-focus-point');
        await keys.press('ControlOrMeta+Enter');
      } else {
        await keys.press('3');
        // What a run judges has no key points to tick.
        await at('points').or(at('answer')).waitFor();
        if (await at('points').isVisible()) await keys.press('Space');
      }
      await at('answer').waitFor();
      // Unlike Space, it goes on wherever the focus is.
      await keys.press('ControlOrMeta+Enter');
      await at('ask').or(report).waitFor();
    }
    await report.locator('h1:focus').waitFor();
    assert.deepEqual(await axeFindings(interview), []);
    await workbench.shot('keyboard-report');
    const kept = await workbench.logged();
    assert.equal(kept.filter(({ kind }) => kind === 'interviewed').length, 1);
  });

  it('is told what to do next, and does it', async () => {
    await keys.command('Loopwise: Focus on Today View');
    // A snippet waits for its question, so new cards are what is next.
    await today().first().filter({ hasText: 'New Today' }).waitFor();
    await today()
      .filter({ hasText: /Interview in \d\d Days/ })
      .waitFor();
    await pictures('rows');
    await keys.command('Loopwise: Focus on Today View');
    await keys.press('Home');
    await keys.press('Enter');
    const quiz = await workbench.frame('Quiz');
    await quiz.locator('main[data-stage="ask"]').waitFor();
    keys.check();
  });
});
