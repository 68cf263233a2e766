import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { axeFindings, contrastFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { waitForCondition } from './wait-for-condition.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const phases = 'What are the phases of the event loop?';
const scheduling = 'When do nextTick, queueMicrotask, setTimeout and setImmediate run?';

/** What a reader keeps: a bookmark, a note, a cheat sheet; each step goes on from the one before. */
describe('Keeping what was read', function () {
  stepByStep();
  let workbench: Workbench;
  let page: Page;
  let answer: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({ width: 1400, height: 900 });
    page = workbench.page;
    await workbench.search(phases, phases);
    await workbench.pick(phases);
    answer = await workbench.loaded(phases);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('answer-failed');
  });
  after(() => workbench.close());

  /** Where the next question was when its reader went back. */
  let leftBelow = 0;

  const bookmark = () => answer.getByRole('button', { name: 'Bookmark' });
  const note = () => answer.getByRole('textbox', { name: 'Your note, in Markdown' });

  it('sets a bookmark, and follows the command that takes it back', async () => {
    await bookmark().click();
    await answer.locator('#bookmark[aria-pressed="true"]').waitFor();
    await workbench.command('Loopwise: Remove Bookmark');
    await answer.locator('#bookmark[aria-pressed="false"]').waitFor();
  });

  it('writes a note by keyboard alone', async () => {
    await answer.getByRole('button', { name: 'Write a Note' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The **poll** phase waits.');
    assert.deepEqual(await axeFindings(answer), []);
    await page.keyboard.press('ControlOrMeta+Enter');
    await answer.locator('#note-text strong').waitFor();
    await answer.getByRole('button', { name: 'Edit Note' }).waitFor();
    await answer.locator('#note-edit:focus').waitFor();
    assert.deepEqual(await axeFindings(answer), []);
    assert.deepEqual(await contrastFindings(answer), []);
  });

  it('leaves at once with Escape when nothing was changed, and asks else', async () => {
    await page.keyboard.press('Enter');
    await note().waitFor();
    await page.keyboard.press('Escape');
    await note().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.keyboard.type(' More.');
    await page.keyboard.press('Escape');
    await answer.getByText("What you wrote isn't saved.").waitFor();
    assert.deepEqual(await axeFindings(answer), []);
    await page.keyboard.press('Escape');
    await answer.getByText("What you wrote isn't saved.").waitFor({ state: 'hidden' });
  });

  it('begins the next question at its top, and remembers there what was not saved here', async () => {
    assert.ok((await top()) > 0);
    await answer.getByRole('link', { name: 'the scheduling functions side by side' }).click();
    answer = await workbench.frame(scheduling);
    await answer.getByRole('heading', { level: 1, name: scheduling }).waitFor();
    assert.equal(await top(), 0);
    await answer.locator('.card-link.previous').scrollIntoViewIfNeeded();
    leftBelow = await top();
    await answer.locator('.card-link.previous').click();
    answer = await workbench.frame(phases);
    assert.match(await note().inputValue(), / More\.$/);
  });

  it('goes back to where the reader left a question, and forward again', async () => {
    await answer.locator('h1:focus').waitFor();
    const left = await scrolled(600);
    await page.keyboard.press('Alt+ArrowLeft');
    answer = await workbench.loaded(scheduling);
    await answer.locator('h1:focus').waitFor();
    await waitForCondition(answer, `Math.abs(scrollY - ${leftBelow}) < 5`, 'scrollY');
    await page.keyboard.press('Alt+ArrowRight');
    answer = await workbench.loaded(phases);
    await waitForCondition(answer, `Math.abs(scrollY - ${left}) < 5`, 'scrollY');
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /^Go Back/ })
      .click();
    answer = await workbench.loaded(scheduling);
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /^Go Forward/ })
      .click();
    answer = await workbench.loaded(phases);
  });

  it('finds the unsaved note again after a reload, at the same place, and the choices in their order', async () => {
    const choices = (): Promise<string[]> => answer.locator('.choice label').allInnerTexts();
    const order = await choices();
    await note().fill('Unsaved');
    const before = await top();
    assert.ok(before > 100, String(before));
    await workbench.reload();
    answer = await workbench.frame(phases);
    await note().waitFor();
    assert.equal(await note().inputValue(), 'Unsaved');
    assert.ok(order.length >= 12, String(order.length));
    assert.deepEqual(await choices(), order);
    await waitForCondition(answer, `Math.abs(document.documentElement.scrollTop - ${before}) < 50`);
  });

  it('looks through search results without leaving a trace in the log', async () => {
    await workbench.command('Loopwise: Search Questions and Snippets…');
    await workbench.input().fill('GraphQL');
    await workbench.tab('GraphQL').waitFor();
    await page.keyboard.press('Escape');
    await workbench.loaded(phases);
    const opened = (await workbench.logged()).filter(({ kind }) => kind === 'opened');
    assert.deepEqual(
      opened.map(({ card }) => card),
      ['question:event-loop-phases', 'question:scheduling-apis', 'question:event-loop-phases'],
    );
  });

  it('reads the cheat sheet of a level and goes from there to a question', async () => {
    await workbench.command('Loopwise: Open Cheat Sheet…');
    await workbench.pick('Junior');
    const sheet = await workbench.frame('Cheat Sheet');
    await sheet.getByText(/^What a junior is asked/).waitFor();
    await sheet.getByRole('link', { name: phases }).waitFor({ state: 'hidden' });
    await sheet.getByRole('button', { name: 'Mid' }).click();
    assert.deepEqual(await axeFindings(sheet), []);
    assert.deepEqual(await contrastFindings(sheet), []);
    await workbench.shot('answer-cheat-sheet');
    await page.setViewportSize({ width: 740, height: 900 });
    assert.deepEqual(await axeFindings(sheet), []);
    await sheet.getByRole('link', { name: scheduling }).click();
    await workbench.loaded(scheduling);
  });

  it('searches snippets too, and offers the filters that exist for one that does not', async () => {
    await workbench.command('Loopwise: Search Questions and Snippets…');
    await workbench.input().fill('back pressure');
    await workbench
      .picks()
      .first()
      .filter({ hasText: /backpressure/i })
      .waitFor();
    await workbench.input().fill('difficulty:easy lvl:senior');
    await page.getByText('Unknown filter "lvl:senior". Select one of these:').waitFor();
    await workbench.shot('search-unknown-filter');
    await page.keyboard.press('Enter');
    await page.getByText('Search: no questions or snippets match').waitFor();
    assert.equal(await workbench.input().inputValue(), 'difficulty:easy level:senior ');
    await workbench.input().fill('type:snippet drain');
    await workbench.picks().filter({ hasText: 'Snippet · ' }).first().waitFor();
    await workbench.shot('search-snippets');
    await page.keyboard.press('Escape');
    await workbench.loaded(scheduling);
  });

  it('shows the question that its tab names, however quickly many follow each other', async () => {
    await workbench.command('Loopwise: Search Questions and Snippets…');
    await workbench.input().fill('promise type:question');
    // All questions are listed until the search has found some.
    await workbench
      .picks()
      .first()
      .filter({ hasText: /promise/i })
      .waitFor();
    const focused = workbench.picks().and(page.locator('.focused')).locator('.label-name').first();
    let title = '';
    // The tab has its title before the page has loaded.
    for (let times = 0; times < 6; times++) {
      await page.keyboard.press('ArrowDown');
      title = (await focused.innerText()).trim();
      await workbench.tab(title).waitFor();
    }
    await page.keyboard.press('Enter');
    answer = await workbench.loaded(title);
    await bookmark().click();
    await answer.locator('#bookmark[aria-pressed="true"]').waitFor();
  });

  it('shows that question however quickly its page is hidden and shown', async () => {
    const title = await answer.locator('h1').innerText();
    for (let times = 0; times < 6; times++) {
      await workbench.tab('Cheat Sheet').click();
      await workbench.tab(title).click();
    }
    answer = await workbench.loaded(title);
    await bookmark().click();
    await answer.locator('#bookmark[aria-pressed="false"]').waitFor();
  });

  /** Where the page is then. */
  async function scrolled(distance: number): Promise<number> {
    await answer
      .locator('html')
      .evaluate(`window.scrollTo({ top: ${distance}, behavior: 'instant' })`);
    return top();
  }

  const top = (): Promise<number> =>
    answer.locator('html').evaluate<number, unknown>('document.documentElement.scrollTop');
});
