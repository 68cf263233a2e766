import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mts';
import { goToLine } from './inline-results.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/**
 * VS Code asks no participant while it has no language model, and here that is one of the tests. There is no
 * participant of VS Code's own to hand on to, so nothing else can be asked.
 */
describe('@loopwise in the chat', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 720,
      beside: [inRoot('test', 'fixtures', 'model-extension')],
      settings: { 'files.autoSave': 'off', 'chat.disableAIFeatures': false },
    });
    await writeFile(
      join(workbench.workspace, 'asked.cjs'),
      "setTimeout(() => console.log('timer'), 1);\nconsole.log('script');\nnotSelected();\n",
    );
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('chat-failed');
  });
  after(() => workbench.close());

  it('explains the selection with /explain', async () => {
    const { page } = workbench;
    await workbench.openFile('asked.cjs');
    await goToLine(workbench, 2);
    await page.keyboard.press('ControlOrMeta+Shift+Home');
    await workbench.command('Chat: Open Chat (Ask)');
    const input = page.locator('.chat-editor-container .monaco-editor');
    await input.waitFor();
    // The view offers the model as soon as it knows it.
    await page.locator('.chat-input-toolbar').getByText('Scripted').first().waitFor();
    await input.click();
    await page.keyboard.type('@loopwise /explain ');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    const answer = page.locator('.interactive-response').last();
    await answer.filter({ hasText: /Node\.js \d+\.\d+\.\d+ printed:/ }).waitFor();
    await answer.filter({ hasText: 'Line 1 before line 2 (in every run)' }).waitFor();
    await answer.getByRole('button', { name: 'Show Timeline' }).waitFor();
    await workbench.shot('chat-explain');
  });
});
