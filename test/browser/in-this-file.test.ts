import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { focusEditor } from './focus-editor.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, themes, type Workbench } from './workbench.ts';

const server = `const fs = require('fs');
const http = require('http');

const server = http.createServer(async (req, res) => {
  const page = fs.readFileSync('page.html', 'utf8');
  res.end(page);
});

server.listen(8080);
process.once('SIGTERM', () => server.close());
setImmediate(() => console.log('ready'));
`;

/** A person writes a server, and the questions come to its code; by keyboard alone. */
describe('Questions about the code in front of somebody', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      width: 1180,
      height: 640,
      settings: { 'files.autoSave': 'off', 'workbench.colorTheme': themes.dark },
    });
    await writeFile(join(workbench.workspace, 'server.cjs'), server);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('in-this-file-failed');
  });
  after(() => workbench.close());

  /** Puts the cursor on the first `readFileSync`. */
  async function goToCall(): Promise<void> {
    await workbench.command('View: Focus Active Editor Group');
    await workbench.page.keyboard.press('Control+G');
    await workbench.input().fill(':5:22');
    await workbench.page.keyboard.press('Enter');
  }

  const hover = () => workbench.page.locator('.monaco-hover').filter({ hasText: 'Ask Me Later' });
  const menu = () => workbench.page.locator('.action-widget').filter({ hasText: 'Loopwise' });

  it('are in a view of the sidebar, with their lines', async () => {
    await workbench.openFile('server.cjs');
    await workbench.command('Loopwise: Focus on In This File View');
    await workbench.row('readFileSync').filter({ hasText: 'line 5' }).waitFor();
    await workbench.shot('in-this-file-view');
  });

  for (const [name, theme] of pictureThemes) {
    it(`are in a hover and behind a light bulb, in the theme ${theme}`, async () => {
      const { keyboard } = workbench.page;
      await workbench.chooseTheme(theme);
      await goToCall();
      await keyboard.press('ControlOrMeta+K');
      await keyboard.press('ControlOrMeta+I');
      await hover().filter({ hasText: 'Why should a request handler' }).waitFor();
      await workbench.shot(`in-this-file-hover-${name}`);
      await keyboard.press('Escape');
      await hover().waitFor({ state: 'hidden' });
      await focusEditor(workbench);
      await keyboard.press('ControlOrMeta+.');
      await menu().waitFor();
      await workbench.shot(`in-this-file-bulb-${name}`);
      await keyboard.press('Escape');
      await menu().waitFor({ state: 'hidden' });
    });
  }

  it('show a change before it is made', async () => {
    const { page } = workbench;
    await goToCall();
    await page.keyboard.press('ControlOrMeta+.');
    await menu().waitFor();
    await page.keyboard.press('Enter');
    const preview = page.locator('.part.panel .monaco-list-row');
    await preview.filter({ hasText: 'await fs.promises.readFile(' }).waitFor();
    await workbench.shot('in-this-file-preview');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await preview.first().waitFor({ state: 'hidden' });
  });

  it('are asked from the view, and answered', async () => {
    await workbench.command('Loopwise: Focus on In This File View');
    await workbench.row('readFileSync').first().click();
    await workbench.loaded('Why should a request handler not use readFileSync?');
    // By the button in the row, which is there while the pointer is.
    const asked = workbench.row('readFileSync').filter({ hasText: 'line 5' });
    await asked.hover();
    await asked.locator('[aria-label*="Ask Me Now"]').click();
    const field =
      '.quick-input-widget:visible input:is([placeholder^="…"], [placeholder^="Choose the right"])';
    await workbench.page.locator(field).waitFor();
    await workbench.picks().nth(2).waitFor();
    await workbench.shot('in-this-file-ask');
    await workbench.picks().first().click();
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // This window shows what it has to say only on request.
    await workbench.command('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: /Right:|Not right:/ })
      .waitFor();
    await workbench.shot('in-this-file-answer');
  });
});
