import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { waitForCondition } from './wait-for-condition.ts';
import { openWorkbench, themeKinds, themes, type Workbench } from './workbench.ts';

const question = 'What are the phases of the event loop?';
const label = 'Phases of the event loop';
const topic = 'Event loop and scheduling';
const file = 'timers-and-promises.cjs';
const packTopic = 'Types that help';
const related = 'When do nextTick, queueMicrotask, setTimeout and setImmediate run?';
const snippet = 'Two timers that are due together';
const order = [
  'first timer',
  'tick of the first timer',
  'promise job of the first timer',
  'second timer',
];

/** One person's way through the product; each step goes on where the one before it ended. */
describe('A first evening with Loopwise', function () {
  stepByStep();
  let workbench: Workbench;
  let page: Page;
  let answer: FrameLocator;
  let predict: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({ width: 1400, height: 900 });
    page = workbench.page;
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('journey-failed');
  });
  after(() => workbench.close());

  it('picks a question in the sidebar and reads its answer', async () => {
    await page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    // The tree moves once more when the packs have been read.
    await workbench.tree('Questions').filter({ hasText: packTopic }).first().waitFor();
    await workbench.expand('Questions', topic);
    await workbench.row(label).click();
    answer = await workbench.frame(question);
    await answer.getByRole('heading', { level: 1, name: question }).waitFor();
    await answer.getByRole('heading', { name: 'Say it in the interview' }).waitFor();
    assert.deepEqual(await axeFindings(answer), []);
    await workbench.shot('journey-answer');
  });

  it('reveals how it could be said, ticks a point, and answers a check wrong, then right', async () => {
    await answer.getByText('Show how it could be said').click();
    await answer.getByText('The event loop runs callbacks in six phases').waitFor();
    await answer.getByRole('checkbox').first().check();
    await answer.getByText('1 of 6 ticked').waitFor();
    const check = answer.getByRole('group', { name: /In which phase does the callback/ });
    await check.getByText('Check, right after the loop has polled').click();
    await check.getByText('It follows the phase in question').first().waitFor();
    await check.getByText('Poll, like other results of I/O').click();
    await check.getByText('the loop picks it up in the poll phase').first().waitFor();
    assert.deepEqual(await axeFindings(answer), []);
    await workbench.shot('journey-check');
  });

  it('follows a link to a related question and comes back by a search with a typing mistake', async () => {
    await answer.getByRole('link', { name: 'the scheduling functions side by side' }).click();
    await workbench.loaded(related);
    await workbench.search('phaess of the loop', /event loop/);
    await workbench.pick(question);
    await workbench.loaded(question);
  });

  it('predicts a snippet by keyboard alone and is told that it is exact', async () => {
    answer = await workbench.frame(question);
    await answer.getByRole('button', { name: `Predict: ${snippet}` }).press('Enter');
    predict = await workbench.frame(snippet);
    for (const line of order) {
      await predict.locator('.pool').getByRole('button', { name: line, exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    assert.deepEqual(await axeFindings(predict), []);
    await page.keyboard.press('ControlOrMeta+Enter');
    await predict.getByRole('heading', { name: 'Exact' }).waitFor();
    await predict
      .getByText(/Node\.js \d+\.\d+\.\d+/)
      .first()
      .waitFor();
    assert.deepEqual(await axeFindings(predict), []);
    await workbench.shot('journey-exact');
  });

  it('sees the snippet solved in the tree', async () => {
    const row = workbench.tree('Predict').filter({ hasText: topic });
    await row.and(page.locator('[aria-label*=" 1 of "]')).waitFor();
    await workbench.expand('Predict', topic);
    await workbench.tree('Predict').and(page.locator('[aria-label*="Solved"]')).first().waitFor();
  });

  it('moves cards by key and by mouse, and hears where they are', async () => {
    await predict.getByRole('button', { name: 'Try Again' }).click();
    // What was predicted stays.
    await predict.locator('.order .card').first().waitFor();
    await predict.getByRole('button', { name: 'Clear', exact: true }).click();
    const card = (name: string) =>
      predict.locator('.pool').getByRole('button', { name, exact: true });
    const placed = predict.locator('.order .card');
    const said = (text: string) => predict.locator('#live', { hasText: text }).waitFor();
    await card('first timer').click();
    await card('second timer').click();
    await placed.first().press('Alt+ArrowDown');
    await said('first timer moved to position 2 of 2');
    await predict.locator('.order .card[data-at="1"]:focus').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await said('first timer moved to position 1 of 2');
    await page.keyboard.press('Delete');
    await said('Removed first timer, 1 remaining');
    const above = { targetPosition: { x: 40, y: 2 } };
    await card('first timer').dragTo(placed.first(), above);
    await said('first timer added at position 1 of 2');
    await placed.last().dragTo(placed.first(), above);
    await said('second timer moved to position 1 of 2');
    await placed.first().dragTo(predict.locator('.pool'));
    await said('Removed second timer, 1 remaining');
  });

  it('predicts it wrong, asks which line it is, and is shown what was possible there', async () => {
    await predict.getByText('Type lines', { exact: true }).click();
    const wrong = [order[0], order[3], order[1], order[2]].join('\n');
    await predict.locator('#typed').fill(wrong);
    await predict.getByRole('button', { name: /Check Prediction/ }).click();
    await predict.getByRole('heading', { name: 'Not right yet' }).waitFor();
    assert.equal(await predict.locator('.rows, .output, .tl').count(), 0);
    await predict.getByRole('button', { name: 'Which Line Is Wrong?' }).click();
    await predict.getByRole('heading', { name: 'Wrong from line 2' }).waitFor();
    assert.deepEqual(await axeFindings(predict), []);
    await workbench.shot('journey-hint');
    assert.equal(await predict.locator('#typed').inputValue(), wrong);
    await predict.getByRole('button', { name: 'Show What It Prints' }).click();
    await predict.getByText('Only tick of the first timer can be printed here').waitFor();
    assert.deepEqual(await axeFindings(predict), []);
    await workbench.shot('journey-wrong');
  });

  it('runs code of its own and sees its output and the Node.js that ran it', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Run Without Predicting');
    const own = await workbench.frame(file);
    await own
      .getByText(/Node\.js \d+\.\d+\.\d+/)
      .first()
      .waitFor();
    await own.getByText('microtask', { exact: true }).first().waitFor();
    assert.deepEqual(await axeFindings(own), []);
    await workbench.shot('journey-own-code');
  });

  it('finds everything again after a reload, without a run: also the step and the place', async () => {
    const own = await workbench.frame(file);
    await own.getByRole('slider', { name: 'Steps of the run' }).press('End');
    await own.getByText('The program ends', { exact: true }).waitFor();
    const top = await scrollBy(own, 400);
    await workbench.reload();
    const again = await workbench.frame(file, 60_000);
    await again.getByText('The program ends', { exact: true }).waitFor();
    await again.locator('.why').first().waitFor();
    await scrolledTo(again, top);
    // A window that is put together again has another size for a while.
    await page.setViewportSize({ width: 740, height: 300 });
    await waitForCondition(again, 'window.innerHeight < 300');
    await page.setViewportSize({ width: 1400, height: 900 });
    await waitForCondition(again, 'window.innerHeight > 300');
    await scrolledTo(again, top);
    await workbench.tab(question).click();
    answer = await workbench.frame(question);
    await answer.getByText('1 of 6 ticked').waitFor();
    assert.equal(await answer.getByRole('checkbox').first().isChecked(), true);
  });

  it('reads in every kind of theme, wide and narrow, with nothing for axe to find', async () => {
    await workbench.tab(question).click();
    for (const [name, kind] of themeKinds) {
      await workbench.chooseTheme(themes[name]);
      // A page that was hidden comes back in a frame of its own.
      answer = await workbench.frame(question);
      await answer.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      assert.deepEqual(await axeFindings(answer), []);
      await workbench.shot(`journey-${name}-answer`);
      await page.setViewportSize({ width: 740, height: 900 });
      await answer.getByRole('heading', { level: 1 }).waitFor();
      // Colors don't depend on the width, nor roles and sizes on the theme.
      if (name === 'light') assert.deepEqual(await axeFindings(answer), []);
      await workbench.shot(`journey-${name}-answer-narrow`);
      await page.setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('kept all of it in the log', async () => {
    const file = join(workbench.host.data, 'data/User/globalStorage/loopwise.loopwise');
    const lines = (await readFile(join(file, 'progress.jsonl'), 'utf8'))
      .split('\n')
      .filter(Boolean);
    const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
    assert.deepEqual(kinds.filter((kind) => kind === 'predicted').length, 2);
    assert.ok(kinds.includes('opened') && kinds.includes('ticked') && kinds.includes('answered'));
  });
});

/** Where the page is then, in pixels. */
const scrollBy = (webview: FrameLocator, distance: number): Promise<number> =>
  webview
    .locator('html')
    .evaluate<number, unknown>(
      `(window.scrollBy({ top: ${distance}, behavior: 'instant' }), document.documentElement.scrollTop)`,
    );

/** The window may have been put together a little differently. */
async function scrolledTo(webview: FrameLocator, top: number): Promise<void> {
  assert.ok(top > 100, String(top));
  await waitForCondition(
    webview,
    `Math.abs(scrollY - ${top}) < 50`,
    '[scrollY, innerWidth, innerHeight]',
  );
}

/** Each theme, with the kind that VS Code tells its webviews. */
