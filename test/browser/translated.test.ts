import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { explainingBeliefs } from '../../src/drill/explaining-beliefs.ts';
import { makeDrill } from '../../src/drill/make-drill.ts';
import { parseRecipe } from '../../src/drill/recipe-text.ts';
import { inRoot } from '../../scripts/lib/paths.mts';
import { assertMarked, assertSurfaceMarked, sourceOf } from './marked-texts.ts';
import { readOn } from './read-on.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

const question = 'What are the phases of the event loop?';
const snippet = 'Two timers that are due together';
const file = 'timers-and-promises.cjs';

/**
 * Each text that is given to `l10n.t` is marked in place of being translated. What a page shows without
 * a mark, and not as content, can't be translated.
 */
describe('A page in another language', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    const bundle = await readFile(inRoot('l10n', 'bundle.l10n.json'), 'utf8');
    const english = Object.keys(JSON.parse(bundle) as object);
    const texts = Object.fromEntries(english.map((text) => [text, `⟦${text}⟧`]));
    workbench = await openWorkbench({
      width: 1400,
      height: 900,
      translation: { language: 'qps-ploc', texts },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('translated-failed');
  });
  after(() => workbench.close());

  it('answers a question', async () => {
    await workbench.search(question, question);
    await workbench.pick(question);
    const answer = await workbench.loaded(question);
    await answer.getByRole('radio').first().check();
    await answer.getByRole('checkbox').first().check();
    await workbench.shot('translated-answer');
    await assertMarked(answer, await sourceOf('questions'));
  });

  it('takes a prediction, and judges it', async () => {
    const answer = await workbench.frame(question);
    await answer.getByRole('button', { name: `⟦Predict: ${snippet}⟧` }).press('Enter');
    const predict = await workbench.frame(snippet);
    await predict.getByRole('heading', { level: 1 }).waitFor();
    await predict.locator('.pool .card').first().click();
    const source = await sourceOf('questions');
    await assertMarked(predict, source);
    await predict.getByRole('button', { name: '⟦Check Prediction⟧' }).click();
    await predict.getByRole('button', { name: '⟦Which Line Is Wrong?⟧' }).click();
    await assertMarked(predict, source);
    await predict.getByRole('button', { name: '⟦Show What It Prints⟧' }).click();
    await predict.locator('.why').first().waitFor();
    await predict.locator('#timeline svg').first().waitFor();
    await workbench.shot('translated-predict');
    await assertMarked(predict, source);
  });

  it('runs code many times, and on every Node', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Run Many Times');
    const runs = await workbench.frame(`⟦Runs: ${file}⟧`);
    await runs.locator('table').first().waitFor();
    await assertMarked(runs);
    await runs.getByRole('button', { name: '⟦Run on Every Node.js⟧' }).click();
    await runs.getByRole('columnheader', { name: 'CommonJS' }).waitFor();
    await workbench.shot('translated-runs');
    await assertMarked(runs);
  });

  it('says why code could not run', async () => {
    const runs = await workbench.frame(`⟦Runs: ${file}⟧`);
    const trouble = runs.locator('.callout.warning .message');
    const many = runs.getByRole('button', { name: /^⟦Run \d+ Times⟧$/ });
    await useNode('/nowhere/node', themes.light);
    await many.click();
    await trouble.filter({ hasText: '⟦There is no such file.⟧' }).waitFor();
    await workbench.shot('translated-trouble');
    await assertMarked(runs);
    await runs.getByRole('button', { name: '⟦Run on Every Node.js⟧' }).click();
    await runs.locator('.refused li').filter({ hasText: '/nowhere/node' }).waitFor();
    await runs.getByRole('columnheader', { name: 'CommonJS' }).waitFor();
    await assertMarked(runs);
    await workbench.command('Loopwise: Select Node.js…');
    await workbench.picks().filter({ hasText: '/nowhere/node' }).waitFor();
    const version = /^(?:Node\.js [\d.]+|nvm|fnm|\/.*)$/;
    await assertSurfaceMarked(workbench.page, quickPick, '', version);
    await workbench.page.keyboard.press('Escape');

    // One that says it is a Node, and then is none.
    const path = join(workbench.workspace, 'no-node');
    const says = `[ "$1" = -p ] && echo '["24.0.0","${path}"]'`;
    await writeFile(path, `#!/bin/sh\n${says}\n`, { mode: 0o755 });
    await useNode(path, themes.dark);
    await many.click();
    await trouble.filter({ hasText: /⟦Node\.js at .* exited before/ }).waitFor();
    await assertMarked(runs);
    await useNode('', themes.light);

    /** Whoever draws the theme has told the extension of the settings that came with it. */
    async function useNode(path: string, theme: (typeof themes)[keyof typeof themes]) {
      const settings = join(workbench.workspace, '.vscode', 'settings.json');
      const before = JSON.parse(await readFile(settings, 'utf8')) as object;
      const after = { ...before, 'loopwise.node.path': path, 'workbench.colorTheme': theme };
      await writeFile(settings, JSON.stringify(after));
      await workbench.inTheme(theme);
    }
  });

  it('sums up the bank', async () => {
    await workbench.command('Loopwise: Open Cheat Sheet…');
    await workbench.picks().first().click();
    const sheet = await workbench.frame('⟦Cheat Sheet');
    await sheet.getByRole('heading', { level: 1 }).waitFor();
    await workbench.shot('translated-sheet');
    await assertMarked(sheet);
  });

  it('drills', async () => {
    await workbench.command('Loopwise: Drill');
    const drill = await workbench.frame('⟦Drill⟧');
    const stage = (name: string) => drill.locator(`main[data-stage="${name}"]`).waitFor();
    const press = (key: string) => workbench.page.keyboard.press(key);
    await stage('ask');
    await assertMarked(drill);
    // Until there is a program whose order one belief alone explains.
    for (let count = 2; ; count++) {
      const recipe = await drill.locator('main').getAttribute('data-program');
      const parsed = parseRecipe(recipe ?? '');
      const one = parsed && makeDrill(parsed);
      const believed = [...(one?.believed.values() ?? [])].find(
        (lines) => one && explainingBeliefs(one, lines).length === 1,
      );
      if (believed && one?.recipe.race !== true) {
        await drill.getByText('⟦Type lines⟧').click();
        await drill.getByRole('textbox').fill(believed.join('\n'));
        await press('Control+Enter');
        break;
      }
      await drill.locator('h1').click();
      await press('o');
      await stage('told');
      await readOn(drill, workbench.page);
      await drill.getByText(`⟦Program ${count}⟧`, { exact: true }).waitFor();
    }
    await stage('told');
    await drill.locator('h1').click();
    await press('p');
    await drill.locator('.smallest').waitFor();
    await workbench.shot('translated-drill');
    await assertMarked(drill, await sourceOf('questions'));
    await press('s');
    await stage('summary');
    await assertMarked(drill);
  });

  it('quizzes, with cards of each kind', async () => {
    const source = await sourceOf('questions');
    const press = (key: string) => workbench.page.keyboard.press(key);
    await workbench.tab(question).click();
    await workbench.command('Loopwise: Start Quiz From…');
    await workbench.picks().filter({ hasText: 'The Open Question' }).waitFor();
    await assertSurfaceMarked(workbench.page, quickPick, source);
    await workbench.pick('The Open Question');
    const quiz = await workbench.frame('⟦Quiz⟧');
    const stage = (name: string) => quiz.locator(`main[data-stage="${name}"]`).waitFor();
    const kind = (name: string) => quiz.locator(`main[data-kind="${name}"]`).waitFor();
    await kind('question');
    await press('h');
    await quiz.locator('.hints').waitFor();
    await assertMarked(quiz, source);
    await press('Space');
    await stage('points');
    await assertMarked(quiz, source);
    await press('Space');
    await stage('answer');
    await workbench.shot('translated-quiz');
    await assertMarked(quiz, source);
    await press('3');
    await kind('check');
    await assertMarked(quiz, source);
    await press('1');
    await stage('answer');
    await assertMarked(quiz, source);
    for (;;) {
      const left = await quiz.locator('.quiz-progress span').innerText();
      await press('s');
      await quiz.locator('.quiz-progress span').filter({ hasNotText: left }).waitFor();
      if ((await quiz.locator('main').getAttribute('data-kind')) === 'snippet') break;
    }
    await quiz.getByRole('textbox').fill('no such line');
    await press('Control+Enter');
    await quiz.locator('.verdict:visible').waitFor();
    await assertMarked(quiz, source);
    await quiz.locator('#do-giveUp').click();
    await stage('answer');
    await assertMarked(quiz, source);
  });

  it('opens a practice problem, and gives hints for it', async () => {
    const source = await sourceOf('material');
    await workbench.command('Loopwise: Open Practice Problem…');
    await workbench.picks().filter({ hasText: '⟦Mid⟧' }).first().waitFor();
    await assertSurfaceMarked(workbench.page, quickPick, source);
    await workbench.input().fill('Promise.all');
    await workbench.pick('Promise.all, written by hand');
    await workbench.picks().filter({ hasText: '⟦Choose Another Folder…⟧' }).waitFor();
    await workbench.picks().first().click();
    await workbench.tab('all.mjs').waitFor();
    await workbench.command('Loopwise: Show Practice Problem Hint');
    const hint = workbench.page.locator('.notifications-toasts, .notifications-center');
    await workbench.command('Notifications: Show Notifications');
    await hint.getByText('hint 1 of 3').waitFor();
    const own = /^VS Code/;
    await assertSurfaceMarked(workbench.page, '.notification-list-item-message', source, own);
    await workbench.tidy();
  });

  it('rehearses interviews, and reports', async () => {
    const source = await allSources();
    const press = (key: string) => workbench.page.keyboard.press(key);
    const page = await rehearse('Screening');
    const stage = (name: string) => page.locator(`main[data-stage="${name}"]`).waitFor();
    await assertMarked(page, source);
    await press('Space');
    await stage('ask');
    await press('p');
    await stage('paused');
    await assertMarked(page, source);
    await press('Space');
    await stage('ask');
    await workbench.page.keyboard.press('f');
    await answer();
    await page.locator('#do-finish').click();
    await workbench.page.locator('.monaco-dialog-box').waitFor();
    await press('Enter');
    await page.locator('main.report').waitFor();
    await workbench.shot('translated-report');
    await assertMarked(page, source);
    for (const format of ['Online Assessment', 'Live Coding', 'System Design', 'Behavioral']) {
      await rehearse(format);
      await press('Space');
      await answer();
    }

    async function rehearse(format: string): Promise<FrameLocator> {
      await workbench.command('Loopwise: Start Mock Interview…');
      const anew = workbench.picks().filter({ hasText: '⟦New Interview…⟧' });
      await workbench.picks().filter({ hasText: '⟦Senior⟧' }).or(anew).first().waitFor();
      if (await anew.isVisible()) await anew.click();
      await workbench.pick('⟦Senior⟧');
      await workbench.picks().filter({ hasText: format }).waitFor();
      await assertSurfaceMarked(workbench.page, quickPick, source);
      await workbench.pick(`⟦${format}⟧`);
      await workbench.pick('⟦15 minutes⟧');
      const frame = await workbench.frame('⟦Mock Interview⟧');
      await frame.getByRole('heading', { level: 1, name: format }).waitFor();
      await frame.locator('h1:focus').waitFor();
      return frame;
    }

    /** From the question to what is right of it. */
    async function answer(): Promise<void> {
      await page.locator('#typed-0').fill('It depends on the load.');
      await assertMarked(page, source);
      await press('Control+Enter');
      await stage('score');
      await assertMarked(page, source);
      await press('2');
      await page.locator('main:is([data-stage="points"], [data-stage="answer"])').waitFor();
      if ((await page.locator('main').getAttribute('data-stage')) === 'points') {
        await assertMarked(page, source);
        await page.locator('h1').click();
        await readOn(page, workbench.page);
      }
      await stage('answer');
      await assertMarked(page, source);
    }
  });

  it('lists practice problems', async () => {
    const source = await allSources();
    await workbench.command('Testing: Focus on Test Explorer View');
    const tests = workbench.page.locator('.part.sidebar .test-explorer .monaco-list-row');
    await tests.filter({ hasText: '⟦Mid⟧' }).waitFor();
    await tests.filter({ hasText: '⟦Mid⟧' }).click();
    await workbench.shot('translated-practice');
    await assertSurfaceMarked(
      workbench.page,
      '.part.sidebar .test-explorer .monaco-list-row',
      source,
      testsOwn,
    );
  });

  it('plans weeks and days', async () => {
    const source = await allSources();
    await workbench.command('Loopwise: Show Study Plan');
    const plan = workbench.tree('Study Plan');
    await plan.filter({ hasText: '⟦Week 1⟧' }).waitFor();
    await assertSurfaceMarked(workbench.page, rowsOf('Study Plan'), source);
    await workbench.command('Loopwise: Set Interview Date…');
    await workbench.input().waitFor();
    const date = new Date(Date.now() + 60 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await workbench.input().fill(date);
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('⟦Mid⟧');
    await plan.filter({ hasText: '⟦Tomorrow⟧' }).waitFor();
    await assertSurfaceMarked(workbench.page, rowsOf('Study Plan'), source);
    await workbench.shot('translated-plan');
    const today = workbench.tree('Today');
    await today.filter({ hasText: '⟦Due Now⟧' }).waitFor();
    await assertSurfaceMarked(workbench.page, rowsOf('Today'), source);
  });

  it('adds up progress', async () => {
    const source = await allSources();
    await workbench.command('Loopwise: Show Progress');
    const page = await workbench.frame('⟦Progress⟧');
    await page.locator('main.progress-page h1').waitFor();
    await workbench.shot('translated-progress');
    await assertMarked(page, source);
  });
});

/** Interviews and plans draw from all of it. */
async function allSources(): Promise<string> {
  return (await Promise.all(['questions', 'packs', 'material'].map(sourceOf))).join('\n');
}

const quickPick =
  '.quick-input-widget .monaco-list-row :is(.monaco-icon-label, .quick-input-list-label-meta)';

const rowsOf = (view: string): string =>
  `.part.sidebar .pane:has(> .pane-header[aria-label^="${view}"]) .monaco-list-row`;

/** What VS Code says itself of an item of the Test Explorer. */
const testsOwn = /^(?:(?:Run|Debug) Test|.* \(Not yet run\))$/;
