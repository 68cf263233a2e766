import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, themeKinds, themes, type Workbench } from './workbench.ts';

const file = 'own-race.cjs';
const code = `const esc = String.fromCharCode(27);
console.log(\`\${esc}[32mstarted\${esc}[39m \${esc}[1;33mnow\${esc}[0m\`);
setTimeout(() => {
  console.log('timeout');
  queueMicrotask(() => console.log('job'));
}, 0);
setImmediate(() => console.log('immediate'));
`;

/** Three operations of the thread pool have six orders, more than the runs of this test. */
const manyFile = 'own-many.cjs';
const manyCode = `const fs = require('node:fs');
fs.stat(__filename, () => console.log('first'));
fs.stat(__filename, () => console.log('second'));
fs.stat(__filename, () => console.log('third'));
`;

/** One belief alone, that a timer of 0 ms is always first, makes another order of its callbacks. */
const believedFile = 'own-belief.cjs';
const believedCode = `require('node:fs').stat(__filename, () => {
  console.log('read');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
console.log('sync');
`;

/** Code of one's own, for which nobody wrote down what is possible. */
describe('A prediction of own code', () => {
  stepByStep();
  let folder: string;
  let workbench: Workbench;
  let predict: FrameLocator;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-own-'));
    await writeFile(join(folder, file), code);
    await writeFile(join(folder, manyFile), manyCode);
    await writeFile(join(folder, believedFile), believedCode);
    const settings = { 'loopwise.runs.count': 4 };
    workbench = await openWorkbench({ workspace: folder, width: 1400, height: 900, settings });
  });
  after(async () => {
    await workbench.close();
    await rm(folder, { recursive: true });
  });

  const check = async (...lines: readonly string[]) => {
    await predict.locator('#typed').fill(lines.join('\n'));
    await predict.getByRole('button', { name: /Check Prediction/ }).click();
  };
  const reveal = () => predict.getByRole('button', { name: 'Show What It Prints' }).click();
  const tryAgain = () => predict.getByRole('button', { name: 'Try Again' }).click();

  it('is right in both orders of its race, typed without the colours of the terminal', async () => {
    await workbench.openFile(file);
    await workbench.command('Loopwise: Predict This Snippet');
    predict = await workbench.frame(file);
    const orders = [
      ['started now', 'timeout', 'job', 'immediate'],
      ['started now', 'immediate', 'timeout', 'job'],
    ];
    for (const order of orders) {
      await check(...order);
      await predict.getByRole('heading', { name: /^(Exactly right|Possible)$/ }).waitFor();
      assert.equal(await predict.getByRole('button', { name: 'Next Unsolved' }).count(), 0);
      assert.deepEqual(await axeFindings(predict), []);
      await tryAgain();
      assert.equal(await predict.locator('#typed').inputValue(), order.join('\n'));
    }
  });

  it('is wrong where it parts a callback from its queue, and says where the line was printed', async () => {
    await check('started now', 'timeout', 'immediate', 'job');
    await reveal();
    await predict.getByRole('heading', { name: 'Wrong from line 3' }).waitFor();
    await predict.getByText('You predicted immediate here.').waitFor();
    await predict
      .getByText(/printed as line [24]/)
      .first()
      .waitFor();
    assert.equal(await predict.getByText('not printed').count(), 0);
    await tryAgain();
  });

  it('is told that only the case differs', async () => {
    await check('Started now', 'timeout', 'job', 'immediate');
    await predict.getByRole('button', { name: 'Which Line Is Wrong?' }).click();
    await predict.getByRole('heading', { name: 'Wrong from line 1' }).waitFor();
    await predict.getByText('Only the case of letters differs.').waitFor();
    await reveal();
    await predict.getByText('Only the case of letters differs.').waitFor();
  });

  it('has orders that are possible and were not observed, listed beside those of many runs', async () => {
    await workbench.openFile(manyFile);
    await workbench.command('Loopwise: Run Many Times');
    const runs = await workbench.frame(`Runs: ${manyFile}`);
    await runs
      .getByText(/By the rules of Node\.js, [2-5] more orders are possible and were not observed\./)
      .waitFor();
    const rows = runs.locator('.orders tbody tr');
    assert.equal(await rows.count(), 6);
    const unseen = rows.filter({ hasText: 'not observed' });
    assert.ok((await unseen.count()) >= 2);
    // What was printed is possible too.
    assert.equal(await rows.filter({ hasText: /\bpossible\b/ }).count(), 6);
    assert.equal(await rows.filter({ hasText: 'not known' }).count(), 0);
    assert.deepEqual(await axeFindings(runs), []);
    await workbench.shot('runs-own-possible');
    await workbench.tab(`Predict: ${file}`).click();
    predict = await workbench.frame(`Predict: ${file}`);
  });

  it('can be read in every kind of theme, wide and narrow, with nothing for axe to find', async () => {
    const code = predict.locator('.source code');
    for (const [name, kind] of themeKinds) {
      const former = await code.locator('[class^="k-"]').first().getAttribute('class');
      await workbench.chooseTheme(themes[name]);
      await predict.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      // The code gets its new colors a moment after the page; each theme has others than the last one.
      await code.filter({ hasNot: predict.locator(`.${former ?? ''}`) }).waitFor();
      await predict.locator('.rows .ansi-fg-2').first().waitFor();
      for (const width of [1400, 740]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        // Colors don't depend on the width, nor roles and sizes on the theme.
        if (width === 1400 || name === 'light') assert.deepEqual(await axeFindings(predict), []);
        await workbench.shot(`predict-own-${name}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1400, height: 900 });
    }
  });

  it('that a belief makes out of the run has both orders beside each other, and programs against that belief', async () => {
    await workbench.openFile(believedFile);
    await workbench.command('Loopwise: Predict This Snippet');
    predict = await workbench.frame(believedFile);
    const [real, believed] = [
      ['sync', 'read', 'tick', 'immediate', 'timeout'],
      ['sync', 'read', 'tick', 'timeout', 'immediate'],
    ];
    await check(...believed);
    await reveal();
    await predict
      .getByText('The callbacks of this run would print your order if this were true:')
      .waitFor();
    const callout = predict.locator('.wrong-pair');
    const lines = (title: string) =>
      callout.getByRole('list', { name: title }).locator('code').allInnerTexts();
    assert.deepEqual(await lines('This run'), real);
    assert.deepEqual(await lines('Imagined'), believed);
    assert.equal(await callout.locator('.links .moved').count(), 2);
    await callout.getByText('Compare both timelines').click();
    await callout.getByRole('slider', { name: 'Timeline of this run' }).waitFor();
    await callout.getByRole('slider', { name: 'Imagined timeline, not a recording' }).waitFor();
    // Beside two other editors the page is 350 pixels wide.
    await workbench.page.setViewportSize({ width: 1280, height: 900 });
    for (const [name, kind] of themeKinds) {
      await workbench.chooseTheme(themes[name]);
      await predict.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      await callout.scrollIntoViewIfNeeded();
      assert.deepEqual(await axeFindings(predict), []);
      await workbench.shot(`predict-belief-${name}`);
    }
    await callout.getByRole('button', { name: 'Drill This Belief' }).click();
    const drill = await workbench.frame('Drill');
    await drill.getByText('5 more programs against the same belief').waitFor();
    const recipe = await drill.locator('main').getAttribute('data-program');
    assert.match(recipe ?? '', /\/timer-before-immediate$/);
    assert.deepEqual(await axeFindings(drill), []);
  });
});
