import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { focusEditor } from './focus-editor.ts';
import { goToLine, resultsIn, runByKey, untilResultsIn } from './inline-results.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('Results beside the lines in a window with two folders', () => {
  let workbench: Workbench;
  const folders = ['api', 'web app'];

  before(async () => {
    workbench = await openWorkbench({
      folders,
      settings: { 'files.autoSave': 'off' },
    });
    for (const folder of folders) {
      const at = join(workbench.workspace, folder);
      const main = "require('./dep.cjs');\nconsole.log(process.cwd().split(/[\\\\/]/).at(-1));\n";
      await writeFile(join(at, `main of ${folder}.cjs`), main);
      await writeFile(join(at, 'dep.cjs'), `console.log('beside ${folder}');\n`);
    }
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('inline-folders-failed');
  });
  after(() => workbench.close());

  it('are of each file where it is, with what is beside it', async () => {
    for (const folder of folders) {
      await workbench.openFile(`main of ${folder}.cjs`);
      await focusEditor(workbench, '.editor-group-container.active');
      await runByKey(workbench);
      await untilResultsIn(workbench, (all) => all.includes(`2 M ${folder}`));
      await workbench.command('Loopwise: Show Inline Results');
      await workbench
        .picks()
        .filter({ hasText: `1  beside ${folder}` })
        .filter({ hasText: `${folder}/dep.cjs, line 1` })
        .waitFor();
      await workbench.page.keyboard.press('Escape');
    }
  });
});

/** Each run of the file leaves a letter beside it. */
const marking = `require('node:fs').appendFileSync(__filename + '.txt', 'x');\nconsole.log('ran');\n`;

describe('Run Inline on Save', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      trusted: false,
      settings: { 'files.autoSave': 'off' },
      machineSettings: { 'loopwise.inline.runOnSave': true },
    });
    for (const name of ['first.cjs', 'second.cjs', 'third.cjs']) {
      await writeFile(join(workbench.workspace, name), marking);
    }
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('inline-on-save-failed');
  });
  after(() => workbench.close());

  it('neither runs nor asks in a folder that nobody trusts, whatever the setting says', async () => {
    await workbench.page.getByText('Restricted Mode is intended for safe code browsing').waitFor();
    await saveChanged('first.cjs');
    await told();
    assert.equal(await questions().count(), 0);
    assert.equal(runsOf('first.cjs'), 0);
  });

  it('asks about the file that is saved, and runs it only after its user has agreed', async () => {
    await trust();
    await workbench.tidy();
    await saveChanged('first.cjs');
    const question = await asked('first.cjs');
    assert.equal(runsOf('first.cjs'), 0);
    assert.deepEqual(await resultsIn(workbench), []);
    await workbench.shot('inline-on-save-question');
    await question.getByRole('button', { name: 'Run on Save' }).click();
    await untilResultsIn(workbench, (all) => all.includes('1 M ran'));
    assert.equal(runsOf('first.cjs'), 1);
    await saveChanged('first.cjs');
    await untilResultsIn(workbench, (all) => all.includes('1 M ran'));
    assert.equal(await questions().count(), 0);
  });

  it('never asks again about a file that it may never run, and asks about each other one', async () => {
    await saveChanged('second.cjs');
    await (await asked('second.cjs')).getByRole('button', { name: 'Never for This File' }).click();
    await questions().waitFor({ state: 'detached' });
    await saveChanged('second.cjs');
    await saveChanged('third.cjs');
    await asked('third.cjs');
    assert.equal(await questions().count(), 1);
    assert.deepEqual(['second.cjs', 'third.cjs'].map(runsOf), [0, 0]);
    await workbench.tidy();
  });

  it('asks anew when its user wants to answer otherwise', async () => {
    await workbench.openFile('second.cjs');
    await workbench.command('Loopwise: Run This File Inline on Save…');
    await (await asked('second.cjs')).getByRole('button', { name: 'Run on Save' }).click();
    await questions().waitFor({ state: 'detached' });
    await saveChanged('second.cjs');
    await untilResultsIn(workbench, (all) => all.includes('1 M ran'));
    assert.equal(runsOf('second.cjs'), 1);
  });

  function runsOf(name: string): number {
    const marks = join(workbench.workspace, `${name}.txt`);
    return existsSync(marks) ? readFileSync(marks, 'utf8').length : 0;
  }

  async function saveChanged(name: string): Promise<void> {
    await workbench.openFile(name);
    await goToLine(workbench, 1);
    await workbench.page.keyboard.insertText(' ');
    await workbench.command('File: Save');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  }

  const notifications = () =>
    workbench.page.locator('.notifications-center .notification-list-item');
  const questions = () => notifications().filter({ hasText: 'each time you save it?' });

  /** The question about a file. This window shows what it has to say only on request. */
  async function asked(name: string) {
    await workbench.command('Notifications: Show Notifications');
    const question = questions().filter({ hasText: `Run ${name} inline` });
    await question.waitFor();
    return question;
  }

  /** What the extension says after everything that it had to say of what was saved before. */
  async function told(): Promise<void> {
    await workbench.command('Loopwise: Run This File Inline on Save…');
    await workbench.command('Notifications: Show Notifications');
    await notifications().filter({ hasText: 'in a trusted workspace' }).waitFor();
  }

  async function trust(): Promise<void> {
    await workbench.command('Workspaces: Manage Workspace Trust');
    const editor = workbench.page.locator('.workspace-trust-editor');
    await editor.getByRole('button', { name: 'Trust', exact: true }).first().click();
    await workbench.command('View: Close Editor');
  }
});
