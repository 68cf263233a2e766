import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, themes, type Workbench } from './workbench.ts';

/** A person solves a practice problem; each step goes on where the last one ended. */
describe('A practice problem in the Test Explorer', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1400,
      height: 860,
      settings: { 'workbench.colorTheme': themes.dark },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('practice-failed');
  });
  after(() => workbench.close());

  const file = () => join(workbench.workspace, 'practice', 'all.mjs');
  const row = (text: string) => workbench.row(text).first();
  const pictures = async (name: string): Promise<void> => {
    for (const [kind, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`practice-${name}-${kind}`);
    }
    await workbench.chooseTheme(themes.dark);
  };
  const practised = async () =>
    (await workbench.logged()).filter(({ kind }) => kind === 'practised').length;

  it('opens its start code in a folder that is chosen', async () => {
    await workbench.command('Loopwise: Open Practice Problem…');
    await workbench.input().fill('Promise.all');
    await workbench.shot('practice-pick');
    await workbench.pick('Promise.all, written by hand');
    await workbench
      .input()
      .and(workbench.page.getByPlaceholder(/^Select a folder for your solutions/))
      .waitFor();
    await workbench.shot('practice-folder');
    await workbench.picks().first().click();
    await workbench.tab('all.mjs').waitFor();
    assert.match(await readFile(file(), 'utf8'), /^\/\/ Promise\.all, written by hand/);
    await workbench.command('Testing: Focus on Test Explorer View');
    await row('Mid').waitFor();
    await workbench.shot('practice-explorer');
  });

  it('runs, with the result at its line and what is often the reason', async () => {
    const code = await readFile(file(), 'utf8');
    await writeFile(file(), code.replace(/ {2}return new Promise[\s\S]*/, pushes));
    await row('Mid').click();
    await workbench.command('Test: Run Tests in Current File');
    await workbench.page.locator('.part.sidebar .codicon-testing-failed-icon').first().waitFor();
    assert.equal(await practised(), 1);
    await row('Promise.all, written by hand').click();
    await workbench.shot('practice-result');
    await row('keeps the order of the values').click();
    await workbench.tab('tests.mjs').waitFor();
    await workbench.page
      .getByText(/^Expected values to be strictly deep-equal/)
      .first()
      .waitFor();
    await workbench.shot('practice-difference');
    await workbench.tab('all.mjs').click();
    await workbench.command('Problems: Focus on Problems View');
    await workbench.page
      .getByText(/^Common cause: Results are pushed/)
      .first()
      .waitFor();
    await pictures('comment');
  });

  it('gives hints one at a time', async () => {
    await workbench.command('Loopwise: Show Practice Problem Hint');
    const told = (text: string) =>
      workbench.page
        .locator('.notifications-center .notification-list-item')
        .filter({ hasText: text });
    // This window shows what it has to say only on request.
    await workbench.command('Notifications: Show Notifications');
    await told('hint 1 of 3').waitFor();
    await workbench.shot('practice-hint');
    await told('hint 1 of 3').getByRole('button', { name: 'Next Hint' }).click();
    await workbench.command('Notifications: Show Notifications');
    await told('hint 2 of 3').waitFor();
    await workbench.tidy();
  });

  it('stops in the debugger', async () => {
    const code = await readFile(file(), 'utf8');
    await writeFile(
      file(),
      code.replace('  return new Promise', '  debugger;\n  return new Promise'),
    );
    const test = row('keeps the order of the values');
    await test.hover();
    await test.getByRole('button', { name: 'Debug Test' }).click();
    await workbench.page.locator('.debug-top-stack-frame-line').first().waitFor();
    await workbench.shot('practice-debug');
    await workbench.command('Debug: Continue');
    // Only this test calls the code, once.
    await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    await test.locator('.codicon-testing-failed-icon').waitFor();
    assert.equal(await practised(), 1, 'what a debugger holds up is no try');
  });

  it('offers the same from the menu of an item, and the solution beside the own code', async () => {
    await workbench.command('Testing: Focus on Test Explorer View');
    await row('Promise.all, written by hand').click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Show Practice Problem Hint' }).hover();
    await workbench.shot('practice-menu');
    await workbench.page.getByRole('menuitem', { name: 'Show Practice Problem Solution' }).click();
    await workbench.tab('Worked Solution').waitFor();
    const modified = workbench.page.locator('.editor.modified .view-line');
    await modified.filter({ hasText: 'let pending = 0;' }).waitFor();
    await pictures('solution');
  });

  it('is asked again from memory, once it is due', async () => {
    await workbench.append({
      ...{ v: 1, id: 'forgotten', at: '2026-01-01T10:00:00.000Z', card: 'problem:all' },
      ...{ kind: 'reviewed', rating: 'again', durationMs: 1000, hints: 0, content: '' },
      after: { stability: 1, difficulty: 5, due: '2026-01-02T10:00:00.000Z' },
    });
    await workbench.command('Loopwise: Start Quiz');
    const quiz = await workbench.frame('Quiz');
    await quiz.locator('main[data-kind="problem"] h1:focus').waitFor();
    await workbench.page.keyboard.press('h');
    await quiz.locator('.hints li').waitFor();
    assert.deepEqual(await axeFindings(quiz), []);
    await workbench.shot('practice-quiz');
    await workbench.page.keyboard.press('a');
    await quiz.locator('main[data-stage="answer"] [data-rate="again"][data-next]').waitFor();
    assert.deepEqual(await axeFindings(quiz), []);
    await workbench.shot('practice-quiz-answer');
  });
});

const pushes = `  return new Promise((resolve, reject) => {
    const results = [];
    const list = [...values];
    if (list.length === 0) resolve([]);
    for (const value of list) {
      Promise.resolve(value).then((result) => {
        results.push(result);
        if (results.length === list.length) resolve(results);
      }, reject);
    }
  });
}
`;
