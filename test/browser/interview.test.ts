import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { axeFindings, contrastFindings } from './axe.ts';
import { readOn } from './read-on.ts';
import { stepByStep } from './step-by-step.ts';
import { layoutKinds, openWorkbench, themeKinds, themes, type Workbench } from './workbench.ts';

/** A person rehearses interviews, by keyboard alone; each step goes on where the last one ended. */
describe('A mock interview', function () {
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
    if (this.currentTest?.state === 'failed') await workbench.shot('interview-failed');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const stage = (name: string) => page.locator(`main[data-stage="${name}"]`).waitFor();
  const shot = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(page), []);
    await workbench.shot(`interview-${name}`);
  };

  /** The list before names the level of the interview that could go on, too: it has to be gone. */
  const startAnew = async (): Promise<void> => {
    await workbench.pick('New Interview…');
    await workbench.picks().filter({ hasText: 'Junior' }).waitFor();
  };

  it('asks, stops its clock, and has the answer rated before it tells anything', async () => {
    await workbench.command('Loopwise: Start Mock Interview…');
    await workbench.pick('Mid');
    await workbench.pick('Screening');
    await workbench.pick('15 minutes');
    page = await workbench.frame('Mock Interview');
    await page.locator('h1:focus').waitFor();
    await shot('ready');
    await press('Space');
    await stage('ask');
    await page.locator('h1:focus').waitFor();
    await press('p');
    await stage('paused');
    assert.equal(await page.locator('[data-field]').count(), 0, 'the question is hidden');
    await press('Space');
    await stage('ask');
    await press('f');
    await page.locator('.follow-ups li').waitFor();
    await page.locator('#note').focus();
    await workbench.page.keyboard.type('Ask about');
    // What is half written is there when the page is drawn again, and keys are letters in it.
    await page.locator('#do-pause').click();
    await stage('paused');
    await press('p');
    await stage('ask');
    await page.locator('#note').focus();
    await workbench.page.keyboard.type(' the team');
    await press('Enter');
    await page.locator('.notes li').waitFor();
    await page.locator('h1').click();
    await press('Space');
    await stage('ask');
    await page.locator('#typed-0').focus();
    await workbench.page.keyboard.type('It depends on the load.');
    await shot('ask');
    await press('Control+Enter');
    await stage('score');
    assert.equal(await page.locator('.points').count(), 0, 'nothing is told before');
    await shot('score');
  });

  it('tells the key points, then the answer, and reports', async () => {
    await page.getByRole('button', { name: 'Right, with small gaps' }).focus();
    await press('3');
    await stage('points');
    await page.locator('[data-point="0"]').focus();
    await press('Space');
    await shot('points');
    assert.deepEqual(await contrastFindings(page), []);
    await page.getByRole('button', { name: 'Show Answer' }).press('Enter');
    await stage('answer');
    assert.equal(await page.locator('[data-point="0"]').isChecked(), true);
    await shot('answer');
    const finish = page.getByRole('button', { name: 'Finish' });
    const asked = workbench.page.locator('.monaco-dialog-box');
    await finish.press('Enter');
    await asked.getByText(/^The report will cover 1 of \d questions\./).waitFor();
    await press('Escape');
    await asked.waitFor({ state: 'detached' });
    await stage('answer');
    // VS Code gives the focus back a moment after its dialog is gone.
    await finish.click();
    await asked.waitFor();
    await press('Enter');
    await page.locator('main.report').waitFor();
    await page.getByText('Ask about the team').waitFor();
    await page.getByText(/^Readiness is shown after 3 mock interviews/).waitFor();
    await press('Space');
    await workbench.page.getByText('1 card was added to your reviews.').first().waitFor();
    const kept = (await workbench.logged()).filter(({ kind }) => /interview|review/.test(kind));
    assert.deepEqual(
      kept.map(({ kind }) => kind),
      ['interviewed', 'reviewed'],
    );
  });

  it('can be read in every kind of theme, wide and narrow', async () => {
    const wide = { width: 1280, height: 860 };
    for (const [name, kind] of themeKinds) {
      await workbench.chooseTheme(themes[name]);
      await page.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      assert.deepEqual(await axeFindings(page), [], name);
      if (!layoutKinds.some(([one]) => one === name)) continue;
      await shot(`report-${name}-1280`);
      await workbench.page.setViewportSize({ ...wide, width: 400 });
      await shot(`report-${name}-400`);
      const [table, room] = await Promise.all(
        ['.scored', '.table'].map((one) => page.locator(one).first().boundingBox()),
      );
      assert.ok(table && room && table.width <= room.width, 'nothing has to be scrolled to');
      await workbench.page.setViewportSize(wide);
    }
    await workbench.chooseTheme(themes.dark);
  });

  const formats = [
    ['Online Assessment', ['snippet'], 'Mid'],
    ['Live Coding', ['problem'], 'Mid'],
    ['Deep Dive', ['question'], 'Mid'],
    ['System Design', ['design'], 'Senior'],
    // Drawn from both.
    ['Behavioral', ['story', 'question'], 'Mid'],
  ] as const;
  for (const [format, kinds, level] of formats) {
    const [name] = kinds;
    const picture = format === 'Deep Dive' ? 'deep' : name;
    it(`asks, has rated and tells what is right in this format: ${format}`, async () => {
      await workbench.command('Loopwise: Start Mock Interview…');
      if (name !== 'snippet') await startAnew();
      await workbench.pick(level);
      await workbench.pick(format);
      await workbench.pick('15 minutes');
      const title = `${format}, ${level}, 15 minutes`;
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.locator('h1:focus').waitFor();
      await press('Space');
      const asked = kinds.map((kind) => `main[data-stage="ask"][data-kind="${kind}"]`);
      await page.locator(asked.join()).waitFor();
      if (name === 'question') {
        for (const count of [1, 2]) {
          await press('f');
          await page
            .locator('.follow-ups li')
            .nth(count - 1)
            .waitFor();
          assert.equal(await page.locator('.follow-ups li').count(), count, 'one at a time');
        }
      }
      await shot(`${picture}-ask`);
      await page.locator('#typed-0').focus();
      await workbench.page.keyboard.type('It depends on the load.');
      await press('Control+Enter');
      await stage('score');
      assert.equal(await page.locator('.points, .told').count(), 0, 'nothing is told before');
      await shot(`${picture}-score`);
      await press('2');
      // What a run judges has no key points to tick.
      if (name !== 'snippet') {
        await stage('points');
        await shot(`${picture}-points`);
        await readOn(page, workbench.page);
      }
      await stage('answer');
      await shot(`${picture}-answer`);
    });
  }

  it('finds a report again, and saves a sheet for a friend to print', async () => {
    await workbench.command('Loopwise: Show Interview Reports…');
    await workbench.pick('Screening, Mid');
    await page.locator('main.report').getByText('Ask about the team').waitFor();
    // The list that opens next is closed by a page that gets the focus after that.
    await page.locator('main.report h1:focus').waitFor();
    await workbench.command('Loopwise: Start Mock Interview…');
    await startAnew();
    await workbench.pick('Mid');
    await workbench.pick('Screening');
    await workbench.pick('15 minutes');
    await page.getByRole('button', { name: 'Save Sheet for a Friend…' }).press('Enter');
    const name = 'mock-interview-sheet.html';
    await workbench.saveAs('Save the Sheet for a Friend', join(workbench.workspace, name));
    await workbench.page.getByText(`The sheet was saved as ${name}.`).first().waitFor();
    const sheet = await workbench.page.context().newPage();
    await sheet.setContent(await readFile(join(workbench.workspace, name), 'utf8'));
    await sheet.emulateMedia({ media: 'print' });
    assert.equal(await sheet.locator('article').count(), 5);
    assert.equal(await sheet.locator('article:has(.ticks li):has(.score)').count(), 5);
    await workbench.shot('interview-sheet', sheet);
    await sheet.close();
  });

  it('lets a drill be opened and closed', async () => {
    // A program is drawn where it is made in time: the thread and the Node that make one are there from here on.
    await workbench.command('Loopwise: Drill');
    const drill = await workbench.frame('Drill');
    await drill.locator('main[data-stage="ask"]').waitFor();
    await workbench.command('View: Close Editor');
    await drill.locator('main').waitFor({ state: 'detached' });
  });

  it('draws a program of the drill into an assessment, goes on with it after a reload, and reports it', async () => {
    await workbench.command('Loopwise: Start Mock Interview…');
    await startAnew();
    await workbench.pick('Mid');
    await workbench.pick('Online Assessment');
    await workbench.pick('15 minutes');
    page = await workbench.frame('Mock Interview');
    const started = page.getByRole('heading', { level: 1, name: 'Online Assessment, Mid' });
    await started.waitFor();
    await page.locator('h1:focus').waitFor();
    await press('Space');
    for (const kind of ['snippet', 'check', 'check']) {
      await page.locator(`main[data-stage="ask"][data-kind="${kind}"] h1:focus`).waitFor();
      if (kind === 'check') await press('1');
      await press('Control+Enter');
      await stage('score');
      await press('1');
      await stage('answer');
      await readOn(page, workbench.page);
    }
    const asked = () => page.locator('main[data-stage="ask"][data-kind="drill"]').waitFor();
    await asked();
    const [title, code] = await Promise.all(
      ['h1', '.source code'].map((one) => page.locator(one).innerText()),
    );
    await shot('drill-ask');
    await page.locator('#typed-0').fill('nothing of the kind');
    await workbench.reload();
    page = await workbench.frame('Mock Interview', 60_000);
    await stage('paused');
    await press('Space');
    await asked();
    assert.equal(await page.locator('h1').innerText(), title);
    assert.equal(await page.locator('.source code').innerText(), code);
    await page.locator('#typed-0').press('Control+Enter');
    await stage('score');
    await press('4');
    await page.getByText('Line 1 is wrong.').waitFor();
    await page.getByRole('heading', { name: 'Output of this run' }).waitFor();
    await shot('drill-answer');
    await page.getByRole('button', { name: 'Finish' }).click();
    await workbench.page
      .locator('.monaco-dialog-box')
      .getByText(/^The report will cover 4 of \d tasks\./)
      .waitFor();
    await press('Enter');
    await page.locator('main.report').waitFor();
    await page.getByText('What the run printed:').scrollIntoViewIfNeeded();
    await shot('drill-report');
    const logged = (await workbench.logged()).slice(-2);
    assert.deepEqual(
      logged.map(({ kind }) => kind),
      ['drilled', 'interviewed'],
    );
  });
});
