import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inRoot } from '../../scripts/lib/paths.mts';
import { createPackReader } from '../../src/bank/pack-folder.ts';
import {
  packTemplate,
  questionTemplate,
  topicTemplate,
} from '../../src/features/packs/templates.ts';
import { focusEditor } from './focus-editor.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const question = 'How long does a timer wait?';
const snippet = 'A timer and a tick';

/** Somebody opens a folder with a pack in it, trusts it, and adds to the pack. */
describe('Writing for a pack of the workspace', function () {
  stepByStep();
  let workbench: Workbench;
  let page: Page;
  let folder: string;
  const file = (path: string): string => join(workbench.workspace, '.loopwise/mine', path);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-author-'));
    await cp(inRoot('test/fixtures/sample-workspace'), folder, { recursive: true });
    const pack = join(folder, '.loopwise/mine');
    await mkdir(pack, { recursive: true });
    await writeFile(join(pack, 'pack.yml'), packTemplate('mine', 'My own pack'));
    const topic = questionTemplate('What is a type?');
    await mkdir(join(pack, 'types'));
    await writeFile(join(pack, 'types/topic.yml'), topicTemplate('Types of my own', 1, 'type'));
    await writeFile(join(pack, 'types/type.md'), topic);
    workbench = await openWorkbench({
      workspace: folder,
      trusted: false,
      // High enough for all headings of the tree, which draws only the rows in sight.
      height: 1520,
    });
    page = workbench.page;
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('authoring-failed');
  });
  after(async () => {
    await workbench.close();
    await rm(folder, { recursive: true });
  });

  it('reads nothing from the folder before it is trusted, and then all of it', async () => {
    await page.getByText('Restricted Mode is intended for safe code browsing').waitFor();
    await page.locator('.activitybar').getByRole('tab', { name: 'Loopwise' }).click();
    await workbench.tree('Questions').filter({ hasText: 'From TypeScript' }).first().waitFor();
    assert.equal(await packTopic().count(), 0);
    await runsNothing();
    await workbench.command('Workspaces: Manage Workspace Trust');
    await page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust' })
      .first()
      .click();
    await packTopic().waitFor();
    await page.keyboard.press('Escape');
  });

  it('makes a question from a template, in a topic of its own', async () => {
    await workbench.command('Loopwise: New Question in a Pack…');
    await workbench.pick('My own pack');
    await answer('Enter the question, as an interviewer would ask it.', question);
    await workbench.pick('A new topic');
    await answer('Enter a name for the topic.', 'Waiting');
    await answer('Enter an id.', 'timer-wait');
    await workbench.tab('timer-wait.md').waitFor();
    await workbench.shot('authoring-question');
    const topic = await readFile(file('waiting/topic.yml'), 'utf8');
    assert.match(topic, /questions:\n {2}- timer-wait\n/);
    await workbench.tree('Questions').filter({ hasText: 'Waiting' }).waitFor();
  });

  it('makes a snippet for it, which can be predicted at once', async () => {
    await workbench.command('Loopwise: New Snippet in a Pack…');
    await answer('Enter what the snippet is about.', snippet);
    await workbench.pick('ES module');
    await answer('Enter an id.', 'timer-and-tick');
    await workbench.tab('timer-and-tick.mjs').waitFor();
    const text = await readFile(file('waiting/timer-wait.md'), 'utf8');
    assert.match(text, /\nsnippets:\n {2}- timer-and-tick\n/);
    // VS Code gives the height to the trees above: without them there is room for all topics.
    const questions = page.locator('.pane-header[aria-label^="Questions"]');
    await questions.click();
    await workbench.expand('Predict', 'Waiting');
    await workbench.tree('Predict').filter({ hasText: snippet }).click();
    await workbench.loaded(snippet);
    await questions.click();
  });

  it('hands on a link to what it made', async () => {
    await workbench.expand('Questions', 'Waiting');
    await workbench.tree('Questions').filter({ hasText: question }).click();
    await workbench.loaded(question);
    await workbench.command('Loopwise: Copy Link');
    await page.getByText('Link copied').first().waitFor();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(link, /^[a-z-]+:\/\/loopwise\.loopwise\/question\/mine\/timer-wait$/);
  });

  it('leaves nothing of a pack whose making was cancelled, and says what may be entered', async () => {
    await workbench.command('Loopwise: New Pack…');
    await answer('New Pack (1/4)', '');
    await page.getByText('Enter a name, for example "Payments Team".').waitFor();
    await answer('New Pack (1/4)', 'Our Payments Team');
    await page.locator('.quick-input-title:visible', { hasText: '(2/4)' }).waitFor();
    assert.equal(await workbench.input().inputValue(), 'payments-team');
    await answer('New Pack (2/4)', 'Payments Team');
    await page.getByText('for example payments-team.').waitFor();
    await workbench.shot('authoring-pack-id');
    // Loopwise brings a pack of that id.
    await answer('New Pack (2/4)', 'nest');
    await page.getByText('A pack with that id already exists.').waitFor();
    await answer('New Pack (2/4)', 'mine');
    await page.getByText('A pack with that id already exists.').waitFor();
    await answer('New Pack (2/4)', 'payments');
    await page.locator('.quick-input-title:visible', { hasText: '(3/4)' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.deepEqual(await readdir(file('..')), ['mine']);
  });

  it('makes a pack in one go, with a way back, and without a mistake', async () => {
    await workbench.command('Loopwise: New Pack…');
    await answer('New Pack (1/4)', 'Payments');
    await answer('New Pack (2/4)', 'payments');
    await page.locator('.quick-input-title:visible', { hasText: '(3/4)' }).waitFor();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'Back' }).click();
    await page.locator('.quick-input-title:visible', { hasText: '(2/4)' }).waitFor();
    assert.equal(await workbench.input().inputValue(), 'payments');
    await page.keyboard.press('Enter');
    await answer('New Pack (3/4)', 'Webhooks');
    await answer('New Pack (4/4)', 'How do you handle a webhook that arrives twice?');
    await workbench.tab('handle-webhook-that-arrives-twice.md').waitFor();
    await workbench.shot('authoring-pack-made');
    assert.deepEqual((await readdir(file('../payments'))).toSorted(), ['pack.yml', 'webhooks']);
    await workbench.tree('Questions').filter({ hasText: 'Webhooks' }).waitFor();
    const { mistakes } = await createPackReader(() => false).read(file('../payments'));
    assert.deepEqual(mistakes, []);
  });

  /** Its own code neither, and says why. */
  async function runsNothing(): Promise<void> {
    await workbench.openFile('timers-and-promises.cjs');
    await focusEditor(workbench);
    await page.keyboard.press('Shift+Alt+L');
    await page.keyboard.press('I');
    await workbench.command('Notifications: Show Notifications');
    await page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'Loopwise runs code of your workspace only when you trust it' })
      .waitFor();
    await workbench.shot('inline-restricted');
    await workbench.tidy();
    await workbench.command('View: Close Editor');
  }

  const packTopic = () => workbench.tree('Questions').filter({ hasText: 'Types of my own' });

  /** Types into the input box of that title, and goes on to what follows it. */
  async function answer(title: string, text: string): Promise<void> {
    await page.locator('.quick-input-title:visible', { hasText: title }).waitFor();
    await workbench.input().fill(text);
    await page.keyboard.press('Enter');
  }
});
