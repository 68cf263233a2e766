import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { axeFindings, contrastFindings } from './axe.ts';
import { ownQuestions } from './own-questions.ts';
import { stepByStep } from './step-by-step.ts';
import { rehearsed, studiedFor } from './study-history.ts';
import { openWorkbench, layoutKinds, themes, type Workbench } from './workbench.ts';

/** A person looks at what was learned: at first, after a review, and after months. */
describe('The page of progress', function () {
  stepByStep();
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 860,
      settings: { 'workbench.colorTheme': themes.dark },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('progress-failed');
  });
  after(() => workbench.close());

  const show = async (fact: string | RegExp): Promise<void> => {
    await workbench.command('Loopwise: Show Progress');
    page = await workbench.frame('Progress');
    await page.getByText(fact).first().waitFor();
  };
  const shot = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(page), [], name);
    await workbench.shot(`progress-${name}`);
  };
  /** All of the page, which is as long as its window is high. */
  const whole = async (name: string, width: number): Promise<void> => {
    await workbench.page.setViewportSize({ width, height: 860 });
    const main = page.locator('main');
    const { height } = (await main.boundingBox()) ?? { height: 860 };
    await workbench.page.setViewportSize({ width, height: Math.ceil(height) + 120 });
    await shot(`${name}-${width}`);
    const [inner, outer] = await Promise.all(
      [main, page.locator('html')].map((one) => one.boundingBox()),
    );
    assert.ok(inner && outer && inner.width <= outer.width, 'nothing has to be scrolled to');
  };

  it('says what to do next while there is nothing to show', async () => {
    await workbench.page.getByRole('tab', { name: 'Loopwise' }).first().click();
    const today = workbench.page.locator('.pane-header[aria-label^="Today"]');
    await today.hover();
    await today.getByRole('button', { name: 'Show Progress' }).click();
    page = await workbench.frame('Progress');
    await page.getByText("You haven't reviewed anything yet.").waitFor();
    await page.locator('h1:focus').waitFor();
    assert.equal(await page.locator('.chart').count(), 0);
    await shot('nothing');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.press('Enter');
    await (await workbench.frame('Quiz')).locator('main[data-stage="ask"]').waitFor();
  });

  it('shows after one review what it says, and no share of it', async () => {
    const [first] = studiedFor(await ownQuestions(), 9, 1);
    assert.ok(first);
    // A page that is opened after something was reviewed has nothing to catch up with.
    await workbench.command('View: Close All Editors');
    await workbench.append(first);
    await workbench.tree('Today').filter({ hasText: 'Due Now' }).waitFor();
    await show('You have done 1 review.');
    await page.getByText(/^True retention is shown once 20 reviews count/).waitFor();
    assert.equal(await page.locator('.retention').count(), 0);
    await shot('one');
  });

  it('shows what months of reviews add up to', async () => {
    await workbench.append(...studiedFor(await ownQuestions(), 150), ...rehearsed());
    await show(/^You have done (\d,)?\d{3} reviews on \d+ days\.$/);
    await page
      .getByText(/^In the last 30 days you remembered the card in \d+ of \d+ reviews/)
      .waitFor();
    await page.getByText('await stops the whole program').waitFor();
    await page.locator('.retention .mark').first().waitFor();
    await whole('months', 1280);
    assert.deepEqual(await contrastFindings(page), []);
  });

  it('has each chart as a table, opens what it names, and saves what it shows', async () => {
    const reviews = page.locator('#table-reviews');
    await reviews.locator('summary').focus();
    await workbench.page.keyboard.press('Enter');
    await reviews.getByRole('rowheader').first().waitFor();
    await reviews.getByRole('columnheader', { name: 'Forgotten' }).waitFor();
    await shot('table');
    await save('Export as CSV… (Reviews by Day)', 'reviews.csv');
    const csv = await readFile(join(workbench.workspace, 'reviews.csv'), 'utf8');
    assert.match(csv, /^\ufeff"Day","Reviews","Forgotten"\r\n"\d{4}-\d\d-\d\d",\d+,\d+\r\n/);
    await save('Export as HTML…', 'progress.html');
    const paper = await workbench.page.context().newPage();
    await paper.setViewportSize({ width: 900, height: 1200 });
    await paper.setContent(await readFile(join(workbench.workspace, 'progress.html'), 'utf8'));
    await paper.emulateMedia({ media: 'print' });
    assert.equal(await paper.locator('.chart:visible').count(), 5);
    await workbench.shot('progress-paper', paper);
    await paper.close();
    const link = page.locator('[data-card^="question:"]').first();
    const title = await link.innerText();
    await link.press('Enter');
    await workbench.loaded(title);
    await show('Mock Interviews');
    await page.locator('#interviews summary').press('Enter');
    await page.locator('[data-report]').first().press('Enter');
    const report = await workbench.frame('Mock Interview');
    await report
      .getByRole('heading', { name: 'Mock interview: Screening, Mid, 15 minutes' })
      .waitFor();
    await workbench.command('Loopwise: Show Progress');
    page = await workbench.frame('Progress');
    // What was open before the page was hidden is open again.
    await page.locator('#table-reviews[open]').waitFor();
    for (const id of ['reviews', 'interviews']) {
      await page.locator(`#table-${id}[open] summary`).press('Enter');
    }
  });

  it('can be read in every kind of theme, wide and narrow', async () => {
    await workbench.command('View: Close Primary Side Bar');
    for (const [name, kind] of layoutKinds) {
      await workbench.page.setViewportSize({ width: 1280, height: 860 });
      await workbench.chooseTheme(themes[name]);
      await page.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      for (const width of [400, 1600]) await whole(name, width);
    }
  });

  async function save(button: string, name: string): Promise<void> {
    const [title, what] = name.endsWith('.csv')
      ? (['Export Table', 'table'] as const)
      : (['Export Page', 'page'] as const);
    await page.getByRole('button', { name: button, exact: true }).press('Enter');
    await workbench.saveAs(title, join(workbench.workspace, name));
    await workbench.page.getByText(`The ${what} was saved as ${name}.`).first().waitFor();
  }
});
