// cspell:ignore שלום עולם nbformat
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  goToLine,
  inlineStatus,
  resultLooksIn,
  resultsIn,
  runByKey as runInlineByKey,
  untilResultsIn,
} from './inline-results.ts';
import { focusEditor } from './focus-editor.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, themes, type Workbench } from './workbench.ts';

const program = `const { say } = require('./say.cjs');

console.log('script');
setTimeout(() => {
  console.log('timeout', { id: 1, tags: ['a', 'b'] });
  setImmediate(() => console.log('immediate'));
}, 0);
process.nextTick(() => console.log('tick'));
Promise.resolve('job').then(console.log);
require('node:fs').readFile(__filename, () => {
  console.error('file read');
  setTimeout(() => {
    throw new TypeError('thrown at last');
  }, 10);
});
for (let i = 0; i < 12; i++) console.log('loop', i);
console.log('שלום עולם', '日本語');
say('from another file');
`;

/** It goes on until somebody has seen that it does: a file says so. */
const streaming = `let n = 0;
const timer = setInterval(() => {
  console.log('chunk', ++n);
  if (require('node:fs').existsSync('seen')) clearInterval(timer);
}, 150);
console.log('begins');
`;

/** The first line is another one in the second run. */
const moves = `process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
console.log('script');
queueMicrotask(() => console.log('microtask'));
`;

const cell = (source: string) => ({
  ...{ cell_type: 'code', execution_count: null, outputs: [] },
  ...{ metadata: { vscode: { languageId: 'javascript' } }, source: [source] },
});
const notebook = {
  cells: [
    cell(`setTimeout(() => console.log('timer'), 0);\nPromise.resolve('job').then(console.log);`),
    cell(`console.log('another cell');`),
  ],
  ...{ metadata: {}, nbformat: 4, nbformat_minor: 2 },
};

/** A person runs code beside which its output appears; each step goes on where the last one ended. */
describe('Results beside the lines', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1180,
      height: 640,
      settings: {
        ...{ 'files.autoSave': 'off', 'workbench.colorTheme': themes.dark },
        'loopwise.run.timeLimit': 60,
      },
    });
    const files = {
      'orders.cjs': program,
      'moves.cjs': moves,
      'say.cjs': 'exports.say = (text) => {\n  console.log(text);\n};\n',
      'streaming.cjs': streaming,
      'cells.ipynb': JSON.stringify(notebook),
      'endless.cjs': `console.log('busy');\nwhile (true);\n`,
      'fences.md': `\`\`\`js\nconsole.log('first');\n\`\`\`\n\ntext\n\n\`\`\`js\nconsole.log('second');\n\`\`\`\n`,
    };
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(workbench.workspace, name), text);
    }
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('inline-failed');
  });
  after(() => workbench.close());

  const results = () => resultsIn(workbench);
  const untilResults = (holds: (texts: readonly string[]) => boolean) =>
    untilResultsIn(workbench, holds);
  const status = () => inlineStatus(workbench);
  const goTo = (line: number) => goToLine(workbench, line);
  const runByKey = () => runInlineByKey(workbench);
  const lens = (text: string) =>
    workbench.page.locator('.codelens-decoration a').filter({ hasText: text });

  it('show order, value and phase of a run, and its end in the status bar', async () => {
    await workbench.openFile('orders.cjs');
    await focusEditor(workbench);
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('I');
    await status()
      .filter({ hasText: /Node\.js \d+\.\d+\.\d+ · \d+ ms · exit code 1/ })
      .waitFor();
    const texts = (await results()).toSorted(
      (one, other) => Number.parseInt(one) - Number.parseInt(other),
    );
    const [first = '', second = '', third = ''] = texts;
    assert.equal(first, '1 M script');
    assert.equal(second, '2 M loop 0 … 13 M loop 11 ×12');
    assert.equal(third, '14 M שלום עולם 日本語');
    for (const part of [
      /N tick/,
      /µ job/,
      /T timeout/,
      /C immediate/,
      /P stderr file read/,
      /T Uncaught TypeError: thrown at last/,
    ]) {
      assert.ok(
        texts.some((text) => part.test(text)),
        `${String(part)} in ${texts.join('\n')}`,
      );
    }
  });

  it('are all in a list, for who cannot see them', async () => {
    await workbench.command('Loopwise: Show Inline Results');
    await workbench.picks().filter({ hasText: '1  script' }).first().waitFor();
    await workbench.input().fill('another file');
    await workbench.picks().filter({ hasText: 'say.cjs, line 2' }).waitFor();
    await workbench.shot('inline-list');
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('say.cjs').waitFor();
    const texts = await untilResults((all) => all.length === 1);
    assert.deepEqual(texts, ['15 M from another file']);
    await workbench.openFile('orders.cjs');
  });

  it('are copied and opened as a text that has everything the lines say', async () => {
    const { page } = workbench;
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await goTo(1);
    const shown = await results();
    await workbench.command('Loopwise: Show Inline Results');
    await page
      .locator('.quick-input-widget')
      .getByRole('button', { name: 'Copy All Results' })
      .click();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const copied = await clipboard();
    const lines = copied.split('\n');
    assert.equal(lines[0], (await status().innerText()).trim());
    const said = shown.flatMap((text) => text.replace(/ ×\d+$/, '').split(/ … | · /));
    assert.ok(said.length > 8, said.join('\n'));
    for (const text of said) {
      const [, number, letter = '', stderr = '', value] =
        /^(\d+)(?: ([A-Zµ]))?( stderr)? (.*)$/.exec(text) ?? [];
      const line = lines.find((one) => one.startsWith(`${number}  ${value}  [${letter} (`));
      assert.ok(line?.includes(stderr === '' ? 'line' : '· stderr ·'), `${text} in ${copied}`);
    }
    await workbench.command('Loopwise: Show Inline Results');
    await page.locator('.quick-input-widget').getByRole('button', { name: 'Open as Text' }).click();
    await workbench.tab('Untitled-1').waitFor();
    await page.evaluate('navigator.clipboard.writeText("")');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+C');
    assert.equal(await clipboard(), copied);
    await workbench.command('View: Revert and Close Editor');
  });

  it('say in a hover what led to a line, by keyboard', async () => {
    const { keyboard } = workbench.page;
    await goTo(6);
    await keyboard.press('ControlOrMeta+K');
    await keyboard.press('ControlOrMeta+I');
    const hover = workbench.page.locator('.monaco-hover').filter({ hasText: 'Scheduled by' });
    await hover
      .filter({ hasText: 'setImmediate on line 6 ← setTimeout (1 ms) on line 4' })
      .waitFor();
    await workbench.shot('inline-hover');
    await keyboard.press('Escape');
    await hover.waitFor({ state: 'hidden' });
    assert.ok((await results()).length > 7, 'Escape closes the hover alone.');
  });

  for (const [name, theme] of pictureThemes) {
    it(`can be read in the theme ${theme}, current and outdated`, async () => {
      await workbench.chooseTheme(theme);
      await goTo(1);
      await workbench.shot(`inline-run-${name}`);
      // What differs by its color differs by something else too.
      const looks = await resultLooksIn(workbench);
      const lookOf = (text: string) => looks.filter((one) => one.text.includes(text));
      assert.deepEqual(
        ['tick', 'file read', 'thrown at last'].map((text) => lookOf(text).map((one) => one.look)),
        [[''], ['italic'], ['bold']],
      );
      const colors = new Set(looks.map(({ color }) => color));
      assert.ok(colors.size >= 6, [...colors].join());
      await workbench.page.keyboard.insertText(' ');
      const texts = await untilResults(
        (all) => all.length > 0 && all.every((text) => text.startsWith('outdated')),
      );
      assert.ok(texts.length > 7, texts.join('\n'));
      const outdated = await resultLooksIn(workbench);
      assert.deepEqual([...new Set(outdated.map(({ look }) => look))], ['italic dashed']);
      await status().filter({ hasText: 'outdated' }).waitFor();
      await workbench.shot(`inline-outdated-${name}`);
      // Any Node.js loads what is saved.
      await workbench.command('File: Save');
      await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
      await runByKey();
      await untilResults(
        (all) => all.length > 7 && all.every((text) => !text.startsWith('outdated')),
      );
    });
  }

  it('move with lines above them, in each editor of the file alike', async () => {
    await workbench.command('View: Split Editor Down');
    await workbench.page.locator('.editor-instance').nth(1).waitFor();
    await goTo(1);
    await workbench.page.keyboard.press('ControlOrMeta+Enter');
    const texts = await untilResults(
      (all) => all.length > 7 && all.every((text) => text.startsWith('outdated')),
    );
    assert.ok(texts.filter((text) => text.endsWith('N tick')).length === 2, texts.join('\n'));
    await workbench.shot('inline-two-editors');
    await workbench.command('View: Close Editor');
    await workbench.command('File: Revert File');
  });

  it('appear while the program runs, which the link above it stops', async () => {
    await workbench.openFile('streaming.cjs');
    await goTo(1);
    await runByKey();
    await untilResults((all) => all.some((text) => /^2 chunk 1 … \d+ chunk \d+ ×\d+$/.test(text)));
    // VS Code draws links above code when it has time.
    await lens('Stop').waitFor();
    await workbench.shot('inline-streaming');
    await writeFile(join(workbench.workspace, 'seen'), '');
    await untilResults((all) =>
      all.some((text) => /^2 T chunk 1 … \d+ T chunk (\d+) ×\1$/.test(text)),
    );
    await workbench.openFile('endless.cjs');
    await goTo(1);
    await runByKey();
    await untilResults((all) => all.includes('1 busy'));
    await lens('Stop').click();
    await status().filter({ hasText: '· stopped' }).waitFor();
    await lens('Run Again').waitFor();
    await workbench.shot('inline-stopped');
  });

  it('of a fence of Markdown come from the title of its editor', async () => {
    await workbench.openFile('fences.md');
    await goTo(8);
    await workbench.page
      .locator('.editor-group-container.active .editor-actions [aria-label*="Run Inline"]')
      .first()
      .click();
    // The phase is known at the end.
    const texts = await untilResults((all) => all.some((text) => text.startsWith('1 M')));
    assert.deepEqual(texts, ['1 M second']);
  });

  it('of the last two runs can be compared, where a line that moved says where it was', async () => {
    const { keyboard } = workbench.page;
    await workbench.openFile('moves.cjs');
    await goTo(1);
    await runByKey();
    await untilResults((all) => all.includes('2 N tick'));
    await keyboard.press('Shift+Home');
    await keyboard.insertText("setTimeout(() => console.log('tick'), 1);");
    await workbench.command('File: Save');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await runByKey();
    await untilResults((all) => all.includes('4 T tick'));
    await workbench.command('Loopwise: Compare Last Two Inline Runs');
    await workbench.tab('moves.cjs: Run Before ↔ Last Run').waitFor();
    // As narrow as this, one text is shown, with lines that are gone between the others.
    const shown = workbench.page.locator('.monaco-diff-editor .editor.modified .view-line');
    for (const [mark, line] of [
      ['now line', 'tick  [N (nextTick) · now line 4]'],
      ['was line', 'tick  [T (timers) · was line 2]'],
    ] as const) {
      // The others stayed in their order.
      await shown.filter({ hasText: line }).waitFor();
      assert.equal(await shown.filter({ hasText: mark }).count(), 1);
    }
    for (const mark of ['.line-delete', '.line-insert']) {
      await workbench.page.locator(`.monaco-diff-editor ${mark}:visible`).first().waitFor();
    }
    await workbench.shot('inline-compare');
    await workbench.command('View: Close Editor');
    await workbench.openFile('endless.cjs');
  });

  it('go with Escape', async () => {
    // Where the mouse opens no hover, which Escape would close first.
    await workbench.page.mouse.move(0, 0);
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Escape');
    await untilResults((all) => all.length === 0);
    await status().waitFor({ state: 'hidden' });
  });

  it('lead to the step of the timeline that printed them', async () => {
    await workbench.openFile('orders.cjs');
    await goTo(1);
    await runByKey();
    await untilResults((all) => all.length > 7);
    await goTo(6);
    await workbench.page.keyboard.press('ControlOrMeta+K');
    await workbench.page.keyboard.press('ControlOrMeta+I');
    await workbench.page.locator('.monaco-hover a').filter({ hasText: 'Timeline' }).click();
    const page = await workbench.frame('Predict: orders.cjs');
    await page.locator('.timeline-content').getByText('Prints immediate').first().waitFor();
    await workbench.shot('inline-timeline');
  });

  it('stand in the cells of a notebook, which run each by itself', async () => {
    await workbench.openFile('cells.ipynb');
    const cells = workbench.page.locator('.cell-editor-container .view-lines');
    await cells.first().click();
    await runByKey();
    await untilResults((all) => all.includes('2 T timer') && all.includes('1 µ job'));
    await cells.nth(1).click();
    await workbench.command('Loopwise: Run Inline');
    await untilResults((all) => all.includes('1 M another cell'));
    await workbench.shot('inline-notebook');
  });
});
