import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { FrameLocator } from 'playwright-core';
import type { Bank } from '../../src/bank/model.ts';
import { axeFindings, contrastFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, layoutKinds, themes, type Workbench } from './workbench.ts';

/** Of the first snippet of its question: the timer is due, and the script still runs. */
const wrong = 'script starts\ntimer callback';

/** A person is quizzed, by keyboard alone; each step goes on where the last one ended. */
describe('The quiz of cards', function () {
  stepByStep();
  let workbench: Workbench;
  let quiz: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 860,
      settings: { 'loopwise.study.newPerDay': 2, 'workbench.colorTheme': themes.dark },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('quiz-failed');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const stage = (name: string) => quiz.locator(`main[data-stage="${name}"]`).waitFor();
  const card = (text: string) => quiz.getByText(text, { exact: true }).first().waitFor();
  const shot = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(quiz), []);
    await workbench.shot(`quiz-${name}`);
  };

  it('asks before it tells: hint, key points, answer, rating', async () => {
    await workbench.command('Loopwise: Start Quiz');
    quiz = await workbench.frame('Quiz');
    await card('Card 1 of 2');
    await quiz.locator('h1:focus').waitFor();
    assert.equal(await quiz.locator('.points').count(), 0, 'nothing is told before');
    await press('h');
    await quiz.getByText(/^Hint: the answer has \d key points\.$/).waitFor();
    await press('t');
    await quiz.getByText('Stop Timer').waitFor();
    await quiz.locator('#spoken').filter({ hasNotText: '0:00' }).waitFor();
    await press('p');
    await quiz.getByRole('heading', { name: 'Paused' }).waitFor();
    assert.equal(await quiz.locator('#typed').count(), 0, 'the card is hidden');
    await shot('paused');
    await press('p');
    await stage('ask');
    await quiz.getByText('Start Timer').waitFor();
    const keys = quiz.locator('#do-next kbd:visible');
    assert.deepEqual(await keys.allTextContents(), ['Space']);
    await quiz.getByRole('textbox').fill(`${await firstPoint()} I have forgotten the rest.`);
    assert.deepEqual(await keys.allTextContents(), ['Ctrl+Enter']);
    await shot('ask');
    await press('ControlOrMeta+Enter');
    await stage('points');
    await quiz.getByText(/^You spoke for 0:0\d; the target is 0:40 to 1:00\./).waitFor();
    const [first, second] = [0, 1].map((at) => quiz.locator('[data-point]').nth(at));
    assert.equal(await first?.isChecked(), true);
    assert.equal(await quiz.getByText('Suggested', { exact: true }).count(), 1);
    await second?.focus();
    await press('Space');
    assert.equal(await second?.isChecked(), true);
    await shot('points');
    await quiz.getByRole('button', { name: 'Show Answer' }).focus();
    await press('Enter');
    await stage('answer');
    await quiz.getByRole('heading', { name: 'Say it in the interview' }).waitFor();
    assert.equal(await quiz.locator('[data-point]').first().isChecked(), true);
    await shot('answer');
    assert.deepEqual(await contrastFindings(quiz), []);
    // Whoever presses a key twice rates once.
    await Promise.all([press('3'), press('3')]);
    await card('Card 2 of 2');
  });

  it('takes a rating back', async () => {
    await press('z');
    await card('Card 1 of 2');
    await stage('answer');
    await press('4');
    await card('Card 2 of 2');
    await press('Space');
    await stage('points');
    await press('Space');
    await stage('answer');
    await press('4');
    await quiz.getByRole('heading', { name: 'Quiz Finished' }).waitFor();
    await shot('summary');
    const kept = (await workbench.logged()).filter(({ kind }) => /^(reviewed|undone)$/.test(kind));
    assert.deepEqual(
      kept.map(({ kind, rating }) => rating ?? kind),
      ['good', 'undone', 'easy', 'easy'],
    );
    await quiz.getByText('The next card is due in').waitFor();
    const due = workbench.page.locator('.statusbar-item[id="loopwise.loopwise.loopwise.due"]');
    await due.filter({ hasText: '0' }).waitFor();
  });

  it('leads on from its summary, by key', async () => {
    await press('p');
    const progress = await workbench.frame('Progress');
    await progress.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
  });

  it('asks quick checks and snippets of the open question', async () => {
    await workbench.command('Loopwise: Search Questions and Snippets…');
    await workbench.input().fill('event-loop-phases');
    await press('Enter');
    await workbench.loaded('What are the phases of the event loop?');
    await workbench.command('Loopwise: Start Quiz From…');
    await workbench.pick('The Open Question');
    // Its document was thrown away while the answer was in front of it.
    quiz = await workbench.frame('Quiz');
    await quiz.locator('main[data-kind="question"]').waitFor();
    await typesOn();
    await press('s');
    await quiz.locator('main[data-kind="check"]').waitFor();
    await shot('check');
    await press('1');
    await stage('answer');
    await shot('check-answer');
    await press('e');
    await workbench.loaded('What are the phases of the event loop?');
    await workbench.tab('Quiz').click();
    quiz = await workbench.frame('Quiz');
    await stage('answer');
    await press('3');
    for (let left = 30; left > 0 && (await kind()) !== 'snippet'; left--) await skip();
    await quiz.getByRole('textbox').fill(wrong);
    await press('Control+Enter');
    await quiz.getByText(/^Line 2 is wrong\./).waitFor();
    await shot('snippet-wrong');
    assert.equal(await quiz.getByRole('textbox').inputValue(), wrong);
    // A run of its own says so, for which nobody waits.
    const suspected = await workbench.event('suspected');
    assert.equal(suspected.card, 'belief:zero-means-now');
    await quiz.getByRole('button', { name: 'Give Up' }).click();
    await stage('answer');
    await quiz.locator('[data-rate="again"][data-next]').waitFor();
    await shot('snippet-answer');
  });

  it('goes on after a reload', async () => {
    await workbench.reload();
    // The extension host has to come back first, which takes a while on a busy machine.
    quiz = await workbench.frame('Quiz', 60_000);
    await quiz.locator('main[data-kind="snippet"][data-stage="answer"]').waitFor();
    assert.equal(await quiz.locator('.output').count(), 0, 'nothing is told that is not known');
  });

  it('can be read in every kind of theme, wide and narrow', async () => {
    for (const [name, kind] of layoutKinds) {
      await workbench.chooseTheme(themes[name]);
      await quiz.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      for (const width of [1280, 620]) {
        await workbench.page.setViewportSize({ width, height: 860 });
        await shot(`${name}-${width}`);
      }
    }
  });

  /** Letters are text where somebody types, also after something else was in front, and Ctrl+Enter goes on. */
  async function typesOn(): Promise<void> {
    const { keyboard } = workbench.page;
    await quiz.locator('#typed').focus();
    await keyboard.type('phases z 1');
    await workbench.tab('What are the phases').click();
    await workbench.loaded('What are the phases of the event loop?');
    await workbench.tab('Quiz').click();
    quiz = await workbench.frame('Quiz');
    await quiz.locator('#typed:focus').waitFor();
    await keyboard.type(' ps');
    assert.equal(await quiz.locator('#typed').inputValue(), 'phases z 1 ps');
    await stage('ask');
    await press('Control+Enter');
    await stage('points');
  }

  /** Of the question that is asked. */
  async function firstPoint(): Promise<string> {
    const { questions } = JSON.parse(await readFile('dist/bank.json', 'utf8')) as Bank;
    const title = await quiz.locator('h1').innerText();
    const asked = questions.find((one) => one.title === title);
    return asked?.keyPoints[0]?.text ?? '';
  }

  const kind = () => quiz.locator('main').getAttribute('data-kind');

  /** Each card has a number of its own. */
  async function skip(): Promise<void> {
    const left = await quiz.locator('.quiz-progress span').innerText();
    await press('s');
    await quiz.locator('.quiz-progress span').filter({ hasNotText: left }).waitFor();
  }
});
