import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

/** Somebody wants to be asked, and commits while they do not want to be disturbed. */
describe('A nudge that may not disturb', () => {
  let workspace: string;
  let workbench: Workbench;

  beforeEach(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'loopwise-commits-'));
    writeFileSync(join(workspace, 'a.js'), 'console.log(1);\n');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace });
    git('init', '--quiet');
    git('config', 'user.email', 'somebody@example.com');
    git('config', 'user.name', 'Somebody');
    workbench = await openWorkbench({
      workspace,
      settings: {
        ...{ 'workbench.colorTheme': themes.light, 'loopwise.study.nudgesPerDay': 2 },
        ...{ 'git.enabled': true, 'git.useEditorAsCommitInput': false },
        ...{ 'zenMode.fullScreen': false, 'git.confirmEmptyCommits': false },
      },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('nudge-failed');
    await workbench.close();
    rmSync(workspace, { recursive: true });
  });

  /** How many notifications have come up over the editor since the last time. */
  const toasts = () => workbench.page.evaluate<number>(`window.toasts.splice(0).length`);
  const watchToasts = () =>
    workbench.page.evaluate(`
      window.toasts = [];
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node.querySelector?.('.notification-toast') || node.classList?.contains('notification-toast'))
              window.toasts.push(node.textContent);
      }).observe(document.body, { childList: true, subtree: true });
    `);
  const question = () =>
    workbench.page
      .locator('.notifications-center .notification-list-item')
      .filter({ has: workbench.page.getByRole('button', { name: 'Not Today' }) });

  async function commit(): Promise<void> {
    // What tells of commits is there once it has been used.
    await workbench.command('Loopwise: Show Progress');
    await workbench.frame('Progress');
    await workbench.command('View: Close All Editors');
    await watchToasts();
    await workbench.command('Git: Commit Empty');
    await workbench.input().fill('one');
    await workbench.page.keyboard.press('Enter');
  }

  for (const [name, title] of [
    ['Do Not Disturb', 'Notifications: Toggle Do Not Disturb Mode'],
    ['Zen Mode', 'View: Toggle Zen Mode'],
  ] as const) {
    it(`waits in the list of notifications: ${name}`, async () => {
      await workbench.command(title);
      await commit();
      await workbench.command('Notifications: Show Notifications');
      await question().waitFor();
      assert.equal(await toasts(), 0, 'nothing has come up over the editor');
      for (const answer of ['Answer', 'Later', 'Not Today', 'Stop']) {
        assert.ok(await question().getByRole('button', { name: answer }).isVisible(), answer);
      }
      await workbench.shot(`nudge-${name.replaceAll(' ', '-').toLowerCase()}`);
      await question().getByRole('button', { name: 'Not Today' }).click();
      await workbench.command(title);
      // A notification that may come up is seen by the same eyes.
      await workbench.command('Loopwise: Reset Reviews…');
      await workbench.page.getByText('Nothing to reset: you have').first().waitFor();
      assert.equal(await toasts(), 1);
    });
  }
});
