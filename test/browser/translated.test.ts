import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

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
    await assertMarked(predict);
    await predict.getByRole('button', { name: '⟦Check Prediction⟧' }).click();
    await predict.getByRole('button', { name: '⟦Which Line Is Wrong?⟧' }).click();
    await assertMarked(predict);
    await predict.getByRole('button', { name: '⟦Show What It Prints⟧' }).click();
    await predict.locator('.why').first().waitFor();
    await predict.locator('#timeline svg').first().waitFor();
    await workbench.shot('translated-predict');
    await assertMarked(predict, await sourceOf('questions'));
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

  it('sums up the bank', async () => {
    await workbench.command('Loopwise: Open Cheat Sheet…');
    await workbench.picks().first().click();
    const sheet = await workbench.frame('⟦Cheat Sheet');
    await sheet.getByRole('heading', { level: 1 }).waitFor();
    await workbench.shot('translated-sheet');
    await assertMarked(sheet);
  });
});

/** What the bank, the program or the rules of the explanation say, which is English by design. */
const content = [
  'h1, .prose, pre, code, bdi, kbd, svg, .topic, .code-title strong, nav.contents ol ol, .points label',
  '.rule, .why-links a, .question-link span, article.question li, article.question .say, article.question .mistake',
  'article.question h3, section.topic > h2',
].join(', ');

/** Names, and letters of outputs, that are the same in every language. */
const names = /^(?:CommonJS|Node\.js|PATH|[A-Z]|CommonJS: [\d.]+)$/;

/** @param source what else the page shows of the bank */
async function assertMarked(page: FrameLocator, source = ''): Promise<void> {
  const found = await page
    .locator('html')
    .evaluate<readonly string[], unknown>(
      `(${collect})(document.body, ${JSON.stringify(content)})`,
    );
  assert.deepEqual(
    found.filter((text) => !names.test(text) && !source.includes(plain(text))),
    [],
  );
}

/** All that is written in a folder of the bank, as a page shows it. */
async function sourceOf(folder: string): Promise<string> {
  const names = await readdir(inRoot(...folder.split('/')), {
    recursive: true,
    withFileTypes: true,
  });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8'));
  return plain((await Promise.all(texts)).join('\n'));
}

const plain = (text: string): string =>
  text
    .replace(/[`*>]|''/g, (mark) => (mark === "''" ? "'" : ''))
    .replace(/\s+/g, ' ')
    .trim();

const collect = `(root, content) => {
  const found = new Set();
  const attributes = ['aria-label', 'title', 'placeholder', 'aria-description', 'alt', 'aria-valuetext', 'aria-roledescription'];
  const unmarkedOf = (text) => {
    let rest = text;
    for (let last; last !== rest; ) { last = rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' '); }
    return rest;
  };
  const add = (text) => {
    const rest = unmarkedOf(text);
    if (/\\p{L}/u.test(rest) && !/^\\/\\S+$/.test(text)) found.add(text.trim());
  };
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.nodeType === 3 ? node.parentElement : node;
    if (element.closest('script, style') || element.closest(content)) continue;
    // A sentence with something else than text in it is in several nodes: it is whole in their parent.
    if (node.nodeType === 3) { if (unmarkedOf(element.textContent).includes(node.data.trim())) add(node.data); }
    else for (const name of attributes) if (element.hasAttribute(name)) add(element.getAttribute(name));
  }
  return [...found];
}`;
