import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { createPackReader } from '../../src/bank/pack-folder.ts';
import { explainingBeliefs } from '../../src/drill/explaining-beliefs.ts';
import type { Drill } from '../../src/drill/drill.ts';
import { makeDrill } from '../../src/drill/make-drill.ts';
import { parseRecipe, recipeLink, recipeText } from '../../src/drill/recipe-text.ts';
import { axeFindings, contrastFindings } from './axe.ts';
import { readOn } from './read-on.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

/** A person drills, by keyboard alone; each step goes on where the last one ended. */
describe('The drill', function () {
  stepByStep();
  let workbench: Workbench;
  let drill: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 900,
      settings: { 'workbench.colorTheme': themes.dark },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('drill-failed');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const stage = (name: string) => drill.locator(`main[data-stage="${name}"]`).waitFor();
  /** How many programs of this drill have been on the page. */
  let count = 0;
  const program = (number: number) =>
    drill.getByText(`Program ${number}`, { exact: true }).waitFor();
  const shot = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(drill), []);
    await workbench.shot(`drill-${name}`);
  };
  /** The recipe of the program on the page. */
  const recipe = async () => (await drill.locator('main').getAttribute('data-program')) ?? '';
  const drilled = async () =>
    (await workbench.logged()).filter(({ kind }) => kind === 'drilled') as readonly {
      readonly card: string;
      readonly verdict?: string;
    }[];
  const made = async () => {
    const parsed = parseRecipe(await recipe());
    const drill = parsed && makeDrill(parsed);
    assert.ok(drill);
    return drill;
  };
  const type = async (lines: readonly string[]) => {
    await drill.getByText('Type lines').click();
    await drill.getByRole('textbox').fill(lines.join('\n'));
    await press('Control+Enter');
    await stage('told');
  };

  it('takes the right order by keyboard alone', async () => {
    await workbench.command('Loopwise: Drill');
    drill = await workbench.frame('Drill');
    await stage('ask');
    await program(1);
    await shot('ask');
    const { kind, code, recipe } = await made();
    const file = join(workbench.workspace, `program.${kind}`);
    writeFileSync(file, code);
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim().split('\n');
    for (const line of printed) {
      const text = workbench.page.getByText(line, { exact: true });
      await drill.locator('.pool-item .card').filter({ has: text }).focus();
      await press('Enter');
    }
    await drill.locator('#check').focus();
    await press('Enter');
    await stage('told');
    await drill.getByText('Right: exactly what this run printed.').waitFor();
    await drill.getByText('Streak: 1', { exact: true }).waitFor();
    await shot('right');
    const [event] = await drilled();
    assert.equal(event?.card, `drill:${recipeText(recipe)}`);
    assert.equal(event.verdict, 'exact');
    await press('c');
    await workbench.page.getByText('Link copied').waitFor();
    const link = await workbench.page.evaluate('navigator.clipboard.readText()');
    const path = `/drill/${recipeLink(recipe)}`;
    assert.ok(String(link).endsWith(`://loopwise.loopwise${path}`), String(link));
  });

  it('goes on with the next program, and shows the output to who gives up', async () => {
    await readOn(drill, workbench.page);
    await program(2);
    await stage('ask');
    await press('o');
    await stage('told');
    await drill.getByText('This is what Node.js printed.').waitFor();
    await drill.getByText('Streak: 0', { exact: true }).waitFor();
  });

  it('shows a wrong order beside the real one, and the belief that predicts it', async () => {
    await drill.getByText('4', { exact: true }).click();
    await drill.locator('#level-4:checked').waitFor();
    await drill.locator('h1').click();
    let one: Drill;
    // Of a race, whose run may print either order, no belief is told.
    for (count = 3; ; count++) {
      await readOn(drill, workbench.page);
      await program(count);
      await stage('ask');
      one = await made();
      if (one.recipe.race !== true) break;
      await press('o');
      await stage('told');
    }
    assert.equal(one.recipe.level, 4);
    const believed = [...one.believed.values()].find((lines) => {
      const alone = explainingBeliefs(one, lines).filter(({ length }) => length === 1);
      return alone.length === 1;
    });
    assert.ok(believed);
    await type(believed);
    await drill.getByText(/^Wrong from line \d+ on\.$/).waitFor();
    await drill.getByRole('heading', { name: 'Where the order breaks' }).waitFor();
    await drill
      .getByText('Your order is what Node.js would print if this were true:')
      .first()
      .waitFor();
    await shot('wrong');
    assert.deepEqual(await contrastFindings(drill), []);
    const real = drill.getByRole('group', { name: 'Timeline of this run' });
    const imagined = drill.getByRole('group', { name: 'Imagined timeline, not a recording' });
    const drawn = async (timeline: typeof real) => {
      await timeline.getByRole('button', { name: 'List' }).click();
      const entries = timeline.locator('.tl-entry-what');
      await entries.first().waitFor();
      const told = await entries.allInnerTexts();
      await timeline.getByRole('button', { name: 'Timeline' }).click();
      return told.flatMap((text) => /^prints ([^;]*)/.exec(text)?.[1]?.split(', ') ?? []);
    };
    const lines = async (timeline: typeof real) =>
      (await drawn(timeline)).filter((line) => believed.includes(line));
    assert.deepEqual(await lines(real), one.outputs[0]);
    assert.deepEqual(await lines(imagined), believed);
    await drill.locator('.timelines').scrollIntoViewIfNeeded();
    await shot('timelines-dark-1280');
    await drill.locator('h1').click();
    await press('p');
    await drill.getByText('The smallest program that shows the difference').waitFor();
    await shot('smallest');
    await workbench.chooseTheme(themes.highContrastLight);
    await drill.locator('body[data-vscode-theme-kind="vscode-high-contrast-light"]').waitFor();
    await shot('smallest-light');
    assert.equal((await drilled()).at(-1)?.verdict, 'wrong');
  });

  it('asks three more against that belief, and goes on with the first of them after a reload', async () => {
    await drill.locator('h1').click();
    await press('m');
    count += 1;
    await program(count);
    await stage('ask');
    await drill.getByText('3 more programs against the same belief').waitFor();
    await drill.locator('.pool-item .card').first().click();
    const before = await recipe();
    const card = await drill.locator('[data-list="order"] .card').innerText();
    await workbench.reload();
    drill = await workbench.frame('Drill', 60_000);
    await stage('ask');
    await program(count);
    assert.equal(await recipe(), before);
    assert.equal(await drill.locator('[data-list="order"] .card').innerText(), card);
  });

  it('stops with a summary', async () => {
    await drill.locator('h1').click();
    await press('s');
    await stage('summary');
    await drill.getByText(`Right: 1 of ${count - 1}.`).waitFor();
    await drill.getByText('Longest streak: 1.').waitFor();
    await shot('summary');
  });

  it('shows the difference between two constructs of a question that is open', async () => {
    const title = 'What does this print: setTimeout, setImmediate, nextTick and a promise?';
    await workbench.search(title, title);
    await workbench.pick(title);
    const answer = await workbench.loaded(title);
    await answer.getByRole('button', { name: 'Make a Program That Shows the Difference' }).click();
    drill = await workbench.frame('Drill');
    await stage('ask');
    await program(1);
    const one = await made();
    assert.equal(one.recipe.aim, 'timer-before-immediate');
    assert.match(one.code, /setTimeout/);
    assert.match(one.code, /setImmediate/);
  });

  it('goes on from a page of code, against what its run showed to be wrong', async () => {
    await workbench.openFile('timers-and-promises.cjs');
    await workbench.command('Loopwise: Run Without Predicting');
    const predict = await workbench.frame('timers-and-promises.cjs');
    await predict.getByRole('button', { name: 'Make Another Like This' }).click();
    // Another tab was in front of it: its page has been loaded anew.
    drill = await workbench.frame('Drill');
    await stage('ask');
    await program(1);
    await drill.getByText('5 more programs against the same belief').waitFor();
    assert.notEqual((await made()).recipe.aim, undefined);
  });

  it('writes programs with their solutions as a pack, whose snippets can be predicted', async () => {
    await workbench.command('Loopwise: Export Drills…');
    await workbench.pick('Level 1');
    await workbench.pick('5 programs');
    await workbench.pick('Pack');
    const told = /saved as the pack \.loopwise.nodejs-drills-level-1/;
    await workbench.page.getByText(told).first().waitFor();
    const folder = join(workbench.workspace, '.loopwise', 'nodejs-drills-level-1');
    const { bank, mistakes } = await createPackReader(() => false).read(folder);
    assert.deepEqual(mistakes, []);
    assert.equal(bank?.snippets.length, 5);
  });

  it('asks a belief that was found again, as a card of the quiz with a new program', async () => {
    // Its first step of a minute has ended.
    const at = new Date(Date.now() - 2 * 60_000).toISOString();
    const head = (id: string) => ({ v: 1, id, card: 'belief:await-blocks', at });
    const after = { stability: 0.2, difficulty: 6, due: at };
    await workbench.append({ ...head('one'), kind: 'found' });
    await workbench.append({
      ...{ ...head('two'), kind: 'reviewed', rating: 'again' },
      ...{ durationMs: 0, hints: 0, content: 'x', after },
    });
    await workbench.page
      .locator('[id="loopwise.loopwise.loopwise.due"]')
      .filter({ hasText: '1' })
      .waitFor();
    await workbench.command('Loopwise: Start Quiz');
    const quiz = await workbench.frame('Quiz');
    await quiz.locator('main[data-kind="belief"]').waitFor();
    assert.deepEqual(await axeFindings(quiz), []);
    await workbench.shot('drill-card');
    await quiz.getByRole('button', { name: 'Give Up' }).click();
    await quiz.getByRole('heading', { name: 'Output of this run' }).waitFor();
    assert.deepEqual(await axeFindings(quiz), []);
    await workbench.shot('drill-card-told');
    await quiz.getByRole('button', { name: 'Good' }).click();
    await quiz.locator('main[data-kind="belief"]').waitFor({ state: 'detached' });
    const last = (await workbench.logged()).at(-1);
    assert.deepEqual([last?.card, last?.rating], ['belief:await-blocks', 'good']);
  });

  it('begins from the choices of the quiz, and tells at its end what became of that belief', async () => {
    await workbench.command('Loopwise: Start Quiz From…');
    await workbench.pick('newly generated programs');
    drill = await workbench.frame('Drill');
    await stage('ask');
    await drill.locator('h1').click();
    await press('s');
    await stage('summary');
    const belief = drill.locator('.beliefs li').first();
    assert.match(await belief.innerText(), /Held[^]*stops the whole program/);
    await shot('beliefs');
    await belief.getByRole('button', { name: /^Drill against/ }).click();
    await stage('ask');
    await drill.getByText('5 more programs against the same belief').waitFor();
  });
});
