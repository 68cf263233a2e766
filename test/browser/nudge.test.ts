import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { focusEditor } from './focus-editor.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const passingTests = {
  version: '2.0.0',
  tasks: [
    {
      ...{ label: 'passing tests', type: 'shell', command: 'exit 0', problemMatcher: [] },
      ...{ group: { kind: 'test', isDefault: true }, presentation: { reveal: 'never' } },
    },
  ],
};

/** Extensions aren't told of these modes: that nobody is disturbed is up to VS Code. */
describe('A question after tests have passed', () => {
  for (const [mode, command] of [
    ['do-not-disturb', 'Notifications: Toggle Do Not Disturb Mode'],
    ['zen', 'View: Toggle Zen Mode'],
  ] as const) {
    it(`waits in the list of notifications, unseen: ${mode}`, async () => {
      const workbench = await openWorkbench({
        settings: {
          'zenMode.fullScreen': false,
          'editor.autoClosingBrackets': 'never',
          'editor.autoClosingQuotes': 'never',
        },
      });
      try {
        const { page } = workbench;
        await writeFile(
          join(workbench.workspace, '.vscode', 'tasks.json'),
          JSON.stringify(passingTests),
        );
        await allowNudges(workbench);
        await workbench.command(command);
        await page.evaluate(watchToasts);
        await workbench.command('Tasks: Run Test Task');
        await page
          .locator('.statusbar-item[id="status.notifications"]')
          .locator('.codicon-bell-dot, .codicon-bell-slash-dot')
          .waitFor({ state: 'attached' });
        await workbench.command('Notifications: Show Notifications');
        await page
          .locator('.notifications-center .notification-list-item')
          .filter({ hasText: 'Not Today' })
          .waitFor();
        await workbench.shot(`nudge-${mode}`);
        assert.deepEqual(await page.evaluate('toasts'), []);
      } finally {
        await workbench.close();
      }
    });
  }
});

/** Keeps the texts of what pops up from now on. */
const watchToasts = `
  globalThis.toasts = [];
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('.notification-toast')) {
      if (textContent.includes('Not Today')) toasts.push(textContent);
    }
  }).observe(document.body, { childList: true, subtree: true });
`;

async function allowNudges(workbench: Workbench): Promise<void> {
  const { keyboard } = workbench.page;
  await workbench.command('Preferences: Open User Settings (JSON)');
  await workbench.tab('settings.json').waitFor();
  await focusEditor(workbench);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.insertText(JSON.stringify({ 'loopwise.study.nudgesPerDay': 3 }));
  await keyboard.press('ControlOrMeta+S');
  await workbench.command('View: Close All Editors');
  await workbench.command('Loopwise: Focus on Today View');
}
