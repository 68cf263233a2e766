import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, type Workbench } from './workbench.ts';

/** A person plans the weeks before an interview, by keyboard alone, and writes a story for it. */
describe('The weeks before an interview', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ width: 1280, height: 860 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('plan-failed');
  });
  after(() => workbench.close());

  const plan = (text: string | RegExp): Locator =>
    workbench.tree('Study Plan').filter({ hasText: text });
  /** It has the focus once the palette has given it back, which may come late. */
  const list = (): Locator =>
    workbench.page.getByRole('tree').filter({ has: workbench.page.getByText('Week 1') });
  const press = (key: string) => workbench.page.keyboard.press(key);
  const pictures = async (name: string): Promise<void> => {
    for (const [kind, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.shot(`plan-${name}-${kind}`);
    }
  };
  const ticks = async (): Promise<readonly string[]> =>
    (await workbench.logged()).filter(({ kind }) => kind === 'planTicked').map(({ card }) => card);

  it('are a plan that opens at what to do next, and is ticked by a key', async () => {
    await workbench.command('Loopwise: Show Study Plan');
    const item = plan('Explain in one minute what Node.js is');
    await item.and(workbench.page.locator('.focused')).waitFor();
    // Nothing else is of interest here, and each view takes its share of the height.
    for (const name of ['Questions', 'Predict']) {
      await workbench.page.locator(`.pane-header[aria-label^="${name}"]`).click();
    }
    await workbench.command('Loopwise: Show Study Plan');
    await item.and(workbench.page.locator('.focused')).waitFor();
    // As VS Code has it: Tab goes from a row to its box.
    await list().press('Tab');
    const box = item.getByRole('checkbox', { name: /^Explain in one minute what Node\.js is/ });
    await box.and(workbench.page.locator(':focus')).waitFor();
    await press('Space');
    await box.and(workbench.page.locator('[aria-checked="true"]')).waitFor();
    await plan('Week 1').filter({ hasText: '1/7' }).waitFor();
    assert.deepEqual(await ticks(), ['plan:week-1-explain-node']);
    await workbench.command('Loopwise: Show Study Plan');
    await plan('Draw what V8 does').and(workbench.page.locator('.focused')).waitFor();
    await list().press('ArrowRight');
    await plan('One thread, many users').waitFor();
    await pictures('weeks');
  });

  it('become days once there is a date', async () => {
    await workbench.command('Loopwise: Set Interview Date…');
    const date = new Date(Date.now() + 60 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    await workbench.page.locator('.quick-input-widget').getByText('Year-Month-Day').waitFor();
    await workbench.input().fill(date);
    await press('Enter');
    await workbench.pick('Mid');
    await plan('Tomorrow').waitFor();
    await plan(/^Today0\/\d|Today1\/\d/)
      .first()
      .waitFor();
    await pictures('days');
    await narrowSidebar(workbench);
    await workbench.shot('plan-narrow');
  });

  it('have a story in them, with what it lacks and a clock to tell it against', async () => {
    await workbench.command('Loopwise: New Story from Template…');
    await workbench.pick('An incident in production');
    const file = join(workbench.workspace, 'my-incident.md');
    await workbench.saveAs('New Story from Template', file);
    await workbench.tab('my-incident.md').waitFor();
    const editor = workbench.page.locator('.editor-instance');
    await editor.locator('.squiggly-info').first().waitFor();
    await workbench.command('Loopwise: Start Speaking Timer');
    const timer = workbench.page.locator('[id="loopwise.loopwise.loopwise.speaking"]');
    await timer.filter({ hasText: '0:01' }).waitFor();
    await pictures('story');
    await timer.click();
    await workbench.page.getByText('You spoke for 0:').first().waitFor();
    // A file that is new is shown in the Explorer, sooner or later.
    await workbench.command('Loopwise: Focus on Today View');
    // With something ticked, and nothing learned yet: the plan's item after today's new cards.
    await workbench.tree('Today').filter({ hasText: 'Study Plan' }).waitFor();
  });
});

/** As narrow as VS Code lets it be. */
async function narrowSidebar({ page }: Workbench): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 130, y, { steps: 5 });
  await page.mouse.up();
}
