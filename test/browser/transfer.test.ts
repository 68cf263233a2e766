import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackSlot } from '../../src/features/transfer/packed-slot.ts';
import { stepByStep } from './step-by-step.ts';
import { openWorkbench, pictureThemes, themes, type Workbench } from './workbench.ts';

/** A person takes their progress along; each step goes on where the last one ended. */
describe('Progress that is taken along', function () {
  stepByStep();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ settings: { 'workbench.colorTheme': themes.light } });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.shot('transfer-failed');
  });
  after(() => workbench.close());

  /** This window shows what it has to say only on request. */
  const told = async (text: string, picture?: string): Promise<void> => {
    await workbench.command('Notifications: Show Notifications');
    const center = workbench.page.locator('.notifications-center .notification-list-item');
    await center.filter({ hasText: text }).waitFor();
    if (picture !== undefined) await workbench.shot(`transfer-${picture}`);
    await workbench.tidy();
  };
  const listed = (text: string) => workbench.picks().filter({ hasText: text }).first().waitFor();
  const due = (count: number) =>
    workbench.page
      .locator('.statusbar-item[id="loopwise.loopwise.loopwise.due"]')
      .filter({ hasText: String(count) })
      .waitFor({ timeout: 60_000 });
  const eventsInSlots = async (): Promise<number> => {
    const state = await workbench.page.evaluate<string>(storedState);
    const values = Object.entries(JSON.parse(state) as Record<string, unknown>);
    const slots = await Promise.all(
      values.flatMap(([key, value]) =>
        key.startsWith('progress.slot.') ? [unpackSlot(value)] : [],
      ),
    );
    return slots.reduce((sum, slot) => sum + (slot && slot !== 'newer' ? slot.events.size : 0), 0);
  };
  const file = () => join(workbench.workspace, 'progress.json');

  it('is exported, whole', async () => {
    await workbench.command('Loopwise: Export Progress…');
    await listed('Everything, as JSON');
    await workbench.shot('transfer-formats');
    await workbench.pick('Everything, as JSON');
    await told('There is nothing to export yet');
    await workbench.command('Loopwise: Search Questions and Snippets…');
    await workbench.input().fill('event-loop-phases');
    await workbench.page.keyboard.press('Enter');
    const page = await workbench.loaded('What are the phases of the event loop?');
    await page.getByRole('checkbox').first().check();
    for (const [index, card] of cards.entries()) await workbench.append(reviewed(card, index));
    await workbench.command('Loopwise: Export Progress…');
    await workbench.pick('Everything, as JSON');
    await workbench.saveAs('Save Your Progress', file());
    await told('Your progress was saved as progress.json: 5 events.', 'exported');
    const { events } = JSON.parse(await readFile(file(), 'utf8')) as { events: object[] };
    assert.deepEqual(events.map((event) => (event as { kind: string }).kind).toSorted(), [
      'opened',
      'reviewed',
      'reviewed',
      'reviewed',
      'ticked',
    ]);
  });

  it('comes back by Settings Sync when the log of this machine is lost', async () => {
    const before = await workbench.logged();
    const log = join(
      workbench.host.data,
      'data/User/globalStorage/loopwise.loopwise/progress.jsonl',
    );
    // What was done is put where VS Code synchronizes it within a minute, or with the next window.
    await workbench.reload();
    await due(3);
    for (let held = 0; held < before.length;) held = await eventsInSlots();
    await rm(log);
    await workbench.reload();
    await due(3);
    await workbench.loaded('What are the phases of the event loop?');
    const idsOf = (events: readonly object[]) =>
      events.map((one) => (one as { id: string }).id).toSorted();
    assert.deepEqual(idsOf(await workbench.logged()), idsOf(before));
  });

  it('has a card reset, and the last reset undone from the list', async () => {
    await workbench.command('Loopwise: Reset Reviews…');
    await listed('One Card…');
    await workbench.shot('transfer-reset');
    await workbench.pick('One Card…');
    await workbench.page.locator('.quick-input-widget input[placeholder^="Which card "]').waitFor();
    await workbench.picks().nth(2).waitFor();
    await workbench.shot('transfer-reset-card');
    await workbench.pick('What are the phases of the event loop?');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Reset 1 card?').waitFor();
    await workbench.shot('transfer-reset-asked');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await told('1 card is new again.');
    await workbench.command('Loopwise: Reset Reviews…');
    await listed('Undo the Last Reset');
    await workbench.shot('transfer-reset-undo');
    await workbench.pick('Undo the Last Reset');
    await told('The reset was undone');
    const kinds = (await workbench.logged()).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(-2), ['reset', 'undone']);
  });

  it('is imported without what is damaged, after a question', async () => {
    const text = await readFile(file(), 'utf8');
    const more = JSON.stringify(reviewed('question:blocking-the-loop', 9));
    const lines = text.split('\n');
    await writeFile(
      file(),
      [lines[0], `${more},`, '{"v":1,"id":"to', ...lines.slice(1)].join('\n'),
    );
    await workbench.command('Loopwise: Import Progress…');
    // Of the list: what is typed is taken for a folder until all of it is there.
    await workbench.pick('progress.json');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Line 3 of progress.json is damaged').waitFor();
    await workbench.shot('transfer-damaged');
    await dialog.getByRole('button', { name: 'Import 1 Event' }).click();
    await told('1 event was imported from progress.json.', 'imported');
  });

  it('asks in every kind of theme what is to be taken along, and what to be forgotten', async () => {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    for (const [kind, theme] of pictureThemes) {
      await workbench.chooseTheme(theme);
      await workbench.command('Loopwise: Export Progress…');
      await listed('Everything, as JSON');
      await workbench.shot(`transfer-formats-${kind}`);
      await workbench.page.keyboard.press('Escape');
      await workbench.command('Loopwise: Reset Reviews…');
      await listed('All Cards');
      await workbench.shot(`transfer-reset-${kind}`);
      await workbench.pick('All Cards');
      await dialog.getByText(/^Reset \d cards\?/).waitFor();
      await workbench.shot(`transfer-reset-asked-${kind}`);
      await workbench.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    const kinds = (await workbench.logged()).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'reset').length, 1, 'nothing was confirmed');
  });
});

const cards = [
  'question:event-loop-phases',
  'check:event-loop-phases/readfile-phase',
  'snippet:event-loop-phases/one-turn',
];

function reviewed(card: string, minutes: number): object {
  const at = Date.UTC(2026, 0, 5, 10, minutes);
  return {
    ...{ v: 1, id: `reviewed-${card}`, at: new Date(at).toISOString(), card, kind: 'reviewed' },
    ...{ rating: 'good', durationMs: 12_000, hints: 0, content: '' },
    after: { stability: 2.3, difficulty: 2.1, due: new Date(at + 10 * 60_000).toISOString() },
  };
}

/** In the window, a moment later: what VS Code in a browser keeps of Loopwise, and synchronizes in part. */
const storedState = `new Promise((resolve, reject) => {
  const opened = indexedDB.open('vscode-web-state-db-global');
  opened.onerror = reject;
  opened.onsuccess = () => setTimeout(() => {
    const got = opened.result.transaction('ItemTable').objectStore('ItemTable').get('loopwise.loopwise');
    got.onerror = reject;
    got.onsuccess = () => resolve(String(got.result ?? '{}'));
  }, 200);
})`;
