import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { openWorkbench, themeKinds, themes, type Workbench } from './workbench.ts';

/** A person drills, by keyboard alone; each step goes on where the last one ended. */
describe('The drill', function () {
  this.bail(true);
  let workbench: Workbench;
  let drill: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      width: 1280,
      height: 900,
      settings: { 'workbench.colorTheme': themes.dark },
    });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('drill-failed');
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const stage = (name: string) => drill.locator(`main[data-stage="${name}"]`).waitFor();
  const program = (number: number) =>
    drill.getByText(`Program ${number}`, { exact: true }).waitFor();
  const shot = async (name: string): Promise<void> => {
    assert.deepEqual(await axeFindings(drill), []);
    await workbench.shot(`drill-${name}`);
  };

  it('shows a program, takes an order by keyboard alone, and tells what Node.js printed', async () => {
    await workbench.command('Loopwise: Drill');
    drill = await workbench.frame('Drill');
    await stage('ask');
    await program(1);
    await shot('ask');
    await drill.locator('.card').first().focus();
    const count = await drill.locator('.cards .pool-item').count();
    for (let left = count; left > 0; left--) await press('Enter');
    await drill.locator('#check:focus').waitFor();
    await press('Enter');
    await stage('told');
    await drill.locator('.verdict').waitFor();
    await shot('told');
    const [event] = (await workbench.logged()).filter(({ kind }) => kind === 'drilled');
    assert.match(String(event?.['card']), /^drill:1\/1\/\d+/);
  });

  it('goes on with the next one, shows the output of one that is given up, and keeps a draft that was typed', async () => {
    await drill.locator('h1').click();
    await press('Space');
    await program(2);
    await stage('ask');
    await press('o');
    await stage('told');
    await drill.getByText('This is what Node.js printed.').waitFor();
    await press('Space');
    await program(3);
    await drill.getByText('Type lines').click();
    await drill.getByRole('textbox').fill('a line that nothing prints');
    await press('Control+Enter');
    await drill.getByText(/^Wrong from line 1 on\.$/).waitFor();
  });

  it('changes the level, and goes on with the same program after a reload', async () => {
    await shot('wrong');
    await drill.locator('h1').click();
    await press('Space');
    await program(4);
    await drill.getByText('4', { exact: true }).click();
    await drill.locator('#level-4:checked').waitFor();
    await stage('ask');
    const code = await drill.locator('pre').first().innerText();
    const { page } = workbench;
    await Promise.all([page.waitForEvent('load'), workbench.command('Developer: Reload Window')]);
    drill = await workbench.frame('Drill', 60_000);
    await stage('ask');
    assert.equal(await drill.locator('pre').first().innerText(), code);
  });

  it('can be read in every kind of theme, wide and narrow', async () => {
    await drill.locator('h1').click();
    await press('o');
    await stage('told');
    for (const [name, kind] of themeKinds) {
      await workbench.chooseTheme(themes[name]);
      await drill.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      for (const width of [1280, 620]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await shot(`${name}-${width}`);
      }
    }
  });

  it('stops with a summary', async () => {
    await drill.locator('h1').click();
    await press('s');
    await stage('summary');
    await drill.getByText('Longest streak: 0.').waitFor();
    await shot('summary');
  });
});
