import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { focusEditor } from './focus-editor.ts';
import { goToLine, inlineStatus, untilLines } from './inline-results.ts';
import { stepByStep } from './step-by-step.ts';
import {
  openWorkbench,
  pictureThemes,
  themes,
  type LoggedEvent,
  type Workbench,
} from './workbench.ts';

const program = `const { say } = require('./say.cjs');

setTimeout(() => say('late'), 5);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
if (process.argv.length > 9) {
  console.log('never');
} else console.log('script');
`;

/** Of the same program, by line; one of them is wrong. */
const typed = [
  [8, 'script'],
  [4, 'tock'],
  [5, 'job'],
  [3, 'late'],
] as const;

/** A person predicts a program of their own by keyboard alone; each step goes on where the last one ended. */
describe('Predicting beside the lines', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1000,
      height: 560,
      settings: { 'files.autoSave': 'off', 'workbench.colorTheme': themes.dark },
    });
    const { workspace } = workbench;
    await writeFile(join(workspace, 'own.cjs'), program);
    await writeFile(
      join(workspace, 'say.cjs'),
      'exports.say = (text) => {\n  console.log(text);\n};\n',
    );
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench.command('Notifications: Show Notifications');
    await workbench.shot('inline-predict-failed');
  });
  after(() => workbench.close());

  const status = () => inlineStatus(workbench);
  const goTo = (line: number) => goToLine(workbench, line);

  async function begin(): Promise<void> {
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('L');
    await status().filter({ hasText: 'next is' }).waitFor();
  }

  it('takes numbers by a key, and its file stays as it is', async () => {
    const { page } = workbench;
    await workbench.openFile('own.cjs');
    await focusEditor(workbench);
    await begin();
    let next = 1;
    for (const line of [8, 5, 4, 3]) {
      await goTo(line);
      await page.keyboard.press('Alt+Enter');
      next += 1;
      await status()
        .filter({ hasText: `next is ${next}` })
        .waitFor();
    }
    await page.locator('.codelens-decoration a').filter({ hasText: 'Check' }).waitFor();
    // The next number is offered where the cursor is.
    await untilLines(workbench, [
      "setTimeout(() => say('late'), 5); → 4 · 5?",
      "process.nextTick(() => console.log('tick')); → 3",
      "Promise.resolve().then(() => console.log('job')); → 2",
      "} else console.log('script'); → 1",
    ]);
    await workbench.shot('inline-predicting');
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('can be read and changed as a list', async () => {
    const { page } = workbench;
    await page.keyboard.press('Shift+Alt+L');
    await page.keyboard.press('O');
    await workbench.picks().filter({ hasText: '2  Promise.resolve()' }).waitFor();
    await workbench.shot('inline-predict-list');
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });

  it('has a verdict beside each line', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
    await status().filter({ hasText: 'Wrong from number 2' }).waitFor();
    await untilLines(workbench, [
      "setTimeout(() => say('late'), 5); → ✓ 4 T late",
      "process.nextTick(() => console.log('tick')); → ✗ 2 N tick · predicted 3",
      "Promise.resolve().then(() => console.log('job')); → ✗ 3 µ job · predicted 2, wrong from here",
      "} else console.log('script'); → ✓ 1 M script",
    ]);
    // The links above the code follow, when VS Code has time to draw them.
    await workbench.page
      .locator('.codelens-decoration a')
      .filter({ hasText: 'Run Again' })
      .waitFor();
    for (const [name, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`inline-predicted-${name}`);
    }
  });

  it('is given up with Escape', async () => {
    await focusEditor(workbench);
    await begin();
    await workbench.page.keyboard.press('Escape');
    await status().filter({ hasText: 'Wrong from number 2' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await status().waitFor({ state: 'hidden' });
  });

  it('takes what a line prints, typed, where a number is not enough', async () => {
    const { page } = workbench;
    await begin();
    for (const [line, text] of typed) {
      await goTo(line);
      await page.keyboard.press('Shift+Alt+Enter');
      await workbench.input().fill(text);
      await page.keyboard.press('Enter');
    }
    await untilLines(workbench, [
      "setTimeout(() => say('late'), 5); → 4 late · 5?",
      "process.nextTick(() => console.log('tick')); → 2 tock",
      "Promise.resolve().then(() => console.log('job')); → 3 job",
      "} else console.log('script'); → 1 script",
    ]);
    await workbench.shot('inline-predicting-typed');
    await page.keyboard.press('ControlOrMeta+Enter');
    await status().filter({ hasText: 'Wrong from number 2' }).waitFor();
    await untilLines(workbench, [
      "setTimeout(() => say('late'), 5); → ✓ 4 T late",
      "process.nextTick(() => console.log('tick')); → ✗ 2 N tick · predicted 2 tock, wrong from here",
      "Promise.resolve().then(() => console.log('job')); → ✓ 3 µ job",
      "} else console.log('script'); → ✓ 1 M script",
    ]);
    await workbench.shot('inline-predicted-typed');
    await page.keyboard.press('Escape');
    await status().waitFor({ state: 'hidden' });
  });

  it('goes on to which lines ran', async () => {
    await workbench.command('Loopwise: Show Which Lines Ran');
    await status().filter({ hasText: 'lines ran' }).waitFor();
    for (const [name, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`inline-ran-lines-${name}`);
    }
  });

  it('of a changed copy of a snippet is kept in the log, each attempt by itself', async () => {
    const title = 'nextTick, a promise handler and queueMicrotask, in CommonJS';
    // There has to be a log to wait for what comes into it.
    await workbench.append();
    await workbench.search(title, title);
    await workbench.pick(title);
    await workbench.loaded(title);
    await workbench.command('Loopwise: Edit a Copy');
    await workbench.tab('Untitled-1').waitFor();
    await replaceLine(2, "setTimeout(() => console.log('timer'), 0);");
    await predict(4, 3, 1, 2);
    await status().filter({ hasText: 'Exactly right' }).waitFor();
    const { kind, card, ...event } = await workbench.event('copyPredicted');
    assert.deepEqual([kind, card], ['copyPredicted', `snippet:scheduling-apis/tick-or-promise`]);
    const { code, prediction, output, verdict } = event as Record<string, unknown>;
    const lines = ['script', 'tick', 'promise job', 'timer'];
    assert.deepEqual(
      { prediction, output, verdict },
      { prediction: lines, output: lines, verdict: 'exact' },
    );
    assert.match(String(code), /\nsetTimeout\(\(\) => console\.log\('timer'\), 0\);\n/);
    await replaceLine(2, "setImmediate(() => console.log('immediate'));");
    await predict(4, 1, 3, 2);
    await status().filter({ hasText: 'Wrong from number 2' }).waitFor();
  });

  it('of two attempts is compared: their code, what was predicted and what was printed', async () => {
    await workbench.command('Loopwise: Compare Attempts on Changed Copies…');
    await workbench.pick('Attempt 2');
    await workbench.tab('Attempt 1 ↔ Attempt 2').waitFor();
    const verdicts = (await workbench.logged())
      .filter(({ kind }) => kind === 'copyPredicted')
      .map((event) => (event as LoggedEvent & { readonly verdict: string }).verdict);
    assert.deepEqual(verdicts, ['exact', 'wrong']);
    for (const [side, text] of [
      ['original', "setTimeout(() => console.log('timer'), 0);"],
      ['modified', "setImmediate(() => console.log('immediate'));"],
      ['modified', '// Predicted:'],
    ] as const) {
      await workbench.page
        .locator(`.monaco-diff-editor .editor.${side} .view-line`)
        .filter({ hasText: text })
        .waitFor();
    }
    await workbench.shot('inline-attempts');
  });

  async function replaceLine(line: number, code: string): Promise<void> {
    await goTo(line);
    await workbench.page.keyboard.press('Shift+Home');
    await workbench.page.keyboard.insertText(code);
  }

  /** Puts numbers beside lines, from 1, and has them checked. */
  async function predict(...lines: number[]): Promise<void> {
    await begin();
    for (const line of lines) {
      await goTo(line);
      await workbench.page.keyboard.press('Alt+Enter');
    }
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
  }
});
