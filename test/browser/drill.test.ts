import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { openWorkbench, themes, type Workbench } from './workbench.ts';

/** A person drills, by keyboard alone. */
describe('The drill', () => {
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
});
