import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { ProgressService, Services } from '../../src/features/services/services.ts';
import { exportProgress } from '../../src/features/transfer/export.lazy.ts';
import { importProgress } from '../../src/features/transfer/import.lazy.ts';
import { createProgressSync } from '../../src/features/transfer/sync.lazy.ts';
import type { Reviewed } from '../../src/study/event.ts';
import { createStudyWorld } from './study-world.ts';

const question = 'question:event-loop-phases';
const reviewed: Reviewed = {
  ...{ kind: 'reviewed', rating: 'good', durationMs: 4000, hints: 1, content: '' },
  after: { stability: 2, difficulty: 5, due: '2026-01-02T10:00:00.000Z' },
};

describe('Progress on its way to another machine', () => {
  const real = { ...vscode.window };
  const worlds: ReturnType<typeof createStudyWorld>[] = [];
  let told: string[];
  /** What is chosen in lists and messages, by its text; whatever is not named is cancelled. */
  let answers: string[];

  function machine(appendText?: Parameters<ReturnType<typeof createStudyWorld>['window']>[0]) {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    const world = createStudyWorld();
    worlds.push(world);
    const progress: ProgressService = world.window(appendText);
    const bank = createBankService(extensionUri);
    bank.setPacks([]);
    const services = {
      ...{ context: { extensionUri }, log: world.log, bank, progress },
      study: createStudy(bank, progress, createMaterialService(extensionUri, world.log)),
    } as unknown as Services;
    return { world, progress, services, extensionUri };
  }

  beforeEach(() => {
    told = [];
    answers = [];
    const say = (text: string, ...rest: readonly unknown[]) => {
      const [options] = rest as [{ detail?: string } | string | undefined];
      told.push(text, ...(typeof options === 'object' ? [options.detail ?? ''] : []));
      return Promise.resolve(rest.find((one) => answers.includes(String(one))));
    };
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage']) {
      Reflect.set(vscode.window, name, say);
    }
    Reflect.set(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => answers.includes(label))),
    );
  });
  afterEach(() => {
    for (const [name, value] of Object.entries(real)) Reflect.set(vscode.window, name, value);
    for (const one of worlds.splice(0)) one.dispose();
  });

  const saveAs = (path: string | undefined): void => {
    const file = path === undefined ? undefined : vscode.Uri.file(path);
    Reflect.set(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
  };
  const open = (path: string | undefined): void => {
    const files = path === undefined ? undefined : [vscode.Uri.file(path)];
    Reflect.set(vscode.window, 'showOpenDialog', () => Promise.resolve(files));
  };
  const lines = (file: string): readonly string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];

  it('goes by a file: all of it, once, in both directions', async () => {
    const [one, other] = [machine(), machine()];
    await one.progress.record(question, reviewed);
    await one.progress.record(question, { kind: 'noted', text: '=1+1' });
    appendFileSync(one.world.file, '{"v":9,"id":"later","kind":"dreamt"}\n');
    await other.progress.record(question, { kind: 'bookmarked', on: true });
    const theirs = await other.progress.load();
    const file = join(one.world.folder, 'export.json');
    saveAs(file);
    answers = ['Everything, as JSON', 'Import 3 Events'];
    await exportProgress(one.services);
    assert.match(told.pop() ?? '', /export\.json: 3 events\. Import Progress… adds it/);
    await importProgress(other.services, vscode.Uri.file(file));
    assert.match(told.at(-3) ?? '', /^Add 3 events from .*export\.json to your progress\?$/);
    assert.match(told.at(-1) ?? '', /^3 events were imported from .* newer version/);
    assert.deepEqual(
      [theirs.note('event-loop-phases'), theirs.bookmarked('event-loop-phases')],
      ['=1+1', true],
    );
    assert.ok((await other.progress.loadReviews()).memory(question));
    const after = lines(other.world.file);
    await importProgress(other.services, vscode.Uri.file(file));
    assert.match(told.at(-1) ?? '', /^Nothing to import/);
    assert.deepEqual(lines(other.world.file), after);
    // And back.
    const back = join(other.world.folder, 'back.json');
    saveAs(back);
    await exportProgress(other.services);
    answers = ['Import 1 Event'];
    open(back);
    await importProgress(one.services);
    assert.deepEqual(new Set(lines(one.world.file)), new Set(after));
  });

  it('asks before anything is added, and adds nothing when that is not wanted', async () => {
    const one = machine();
    const file = join(one.world.folder, 'x.json');
    open(undefined);
    await importProgress(one.services);
    assert.equal(told.length, 0);
    writeFileSync(file, exported(event('a')));
    open(file);
    await importProgress(one.services);
    assert.match(
      told[1] ?? '',
      /^The events in the file are from .*2026\.\n\nNothing counts twice\. .* What was reset or undone in the file .* can't be undone\.$/,
    );
    assert.deepEqual(lines(one.world.file), []);
    saveAs(undefined);
    answers = ['Everything, as JSON'];
    await exportProgress(one.services);
    assert.match(told.at(-1) ?? '', /^There is nothing to export yet/);
  });

  it('says what is wrong with a file, and takes what is sound only when that is wanted', async () => {
    const one = machine();
    const file = join(one.world.folder, 'x.json');
    const import_ = async (text: string | Uint8Array): Promise<string> => {
      writeFileSync(file, text);
      told = [];
      await importProgress(one.services, vscode.Uri.file(file));
      return (told[0] ?? '').replace(/\S*x\.json/g, 'FILE');
    };
    assert.match(
      await import_('a,b\n1,2\n'),
      /^FILE isn't a Loopwise export\. .* Nothing was imported\.$/,
    );
    assert.match(await import_(Buffer.from([0xff, 0xfe, 0, 1])), /^FILE isn't a Loopwise export/);
    assert.match(
      await import_(exported(event('a')).replace('"version":1', '"version":2')),
      /^FILE was exported by a newer version of Loopwise\. Update/,
    );
    assert.match(await import_(exported('{"v":1')), /^Nothing in FILE can be read/);
    assert.match(await import_(exported()), /^FILE is empty/);
    const torn = exported(event('a'), '{"v":1,"id":"to', event('b'));
    assert.match(
      await import_(torn),
      /^Line 3 of FILE is damaged\. 2 events can still be read\. Export your progress again/,
    );
    assert.deepEqual(lines(one.world.file), []);
    // Another program has formatted it: the thread takes it apart.
    assert.match(
      await import_(JSON.stringify(JSON.parse(exported(event('a'), '1')), null, 2)),
      /^Entry 2 of FILE is damaged\. 1 event can still be read\./,
    );
    answers = ['Import 2 Events'];
    assert.match(
      await import_(torn.slice(0, -4)),
      /^FILE is cut off\. 2 events can still be read\./,
    );
    assert.equal(lines(one.world.file).length, 2);
    assert.match(told.at(-1) ?? '', /^2 events were imported/);
    await importProgress(one.services, vscode.Uri.file(join(one.world.folder, 'none.json')));
    assert.match(told.at(-1) ?? '', /^Couldn't read .*none\.json\. There is no such file\.$/);
  });

  it('says when the disk of the log is full, and what to do', async () => {
    const full = () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
    const one = machine(full);
    const file = join(one.world.folder, 'x.json');
    writeFileSync(file, exported(event('a')));
    answers = ['Import 1 Event'];
    await importProgress(one.services, vscode.Uri.file(file));
    assert.match(
      told.at(-1) ?? '',
      /^Couldn't save your progress\. The disk is full\. 0 of 1 events were imported\. Import .* again/,
    );
  });

  it('says when an export has nowhere to go', async () => {
    const one = machine();
    await one.progress.record(question, reviewed);
    saveAs(one.world.folder);
    answers = ['Everything, as JSON'];
    await exportProgress(one.services);
    assert.match(told.at(-1) ?? '', /a folder with that name already exists\.$/);
    // Only Linux has a disk that is always full.
    if (!existsSync('/dev/full')) return;
    saveAs('/dev/full');
    await exportProgress(one.services);
    assert.equal(told.at(-1), "Couldn't save /dev/full: the disk is full.");
  });

  it('becomes a table of reviews, with those that no longer count', async () => {
    const one = machine();
    const undone = '00000000-0000-4000-8000-000000000001';
    await one.progress.record(question, reviewed, undone);
    await one.progress.record('check:event-loop-phases/readfile-phase', reviewed);
    await one.progress.record(question, { kind: 'undone', event: undone });
    const file = join(one.world.folder, 'reviews.csv');
    saveAs(file);
    answers = ['Reviews, as CSV'];
    await exportProgress(one.services);
    const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    assert.match(head, /^\uFEFF"Reviewed at \(UTC\)","Card",/);
    const title = 'What are the phases of the event loop\\?';
    assert.match(rows[0] ?? '', new RegExp(`^"[-\\d]+ [:\\d]+","${question}","${title}",.*"no"$`));
    assert.match(
      rows[1] ?? '',
      new RegExp(`"${title}","[^"]+","Good",4,1,0,2,5,"2026-01-02 10:00:00","yes"$`),
    );
    assert.match(told.at(-1) ?? '', /^2 reviews were saved as .*reviews\.csv\.$/);
  });

  it('becomes cards for Anki, each with a front of its own', async () => {
    const one = machine();
    const file = join(one.world.folder, 'cards.txt');
    saveAs(file);
    answers = ['Cards, as text for Anki'];
    await exportProgress(one.services);
    const rows = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'));
    const cards = await (await one.services.study.load()).cards();
    assert.equal(rows.length, cards.size);
    assert.ok(rows.every((row) => row.length === 3 && row.every((field) => /^".+"$/.test(field))));
    const fronts = rows.map(([front]) => front);
    const twice = fronts.filter((front, index) => fronts.indexOf(front) !== index);
    assert.deepEqual(twice, []);
    await one.progress.record(question, reviewed);
    answers.push('Cards that you reviewed');
    await exportProgress(one.services);
    assert.match(told.at(-1) ?? '', /^1 card was saved as/);
  });

  it('is no file for Anki where no card has a text for it', async () => {
    const { services, world } = machine();
    const problem = { id: 'problem:p', kind: 'problem', question: 'event-loop-phases' };
    const study = {
      cards: () => Promise.resolve(new Map([[problem.id, problem]])),
      reviews: () => services.progress.loadReviews(),
    };
    const file = join(world.folder, 'cards.txt');
    saveAs(file);
    answers = ['Cards, as text for Anki'];
    await exportProgress({
      ...services,
      study: { load: () => Promise.resolve(study) },
    } as unknown as Services);
    assert.deepEqual([told, existsSync(file)], [['There are no cards to export.'], false]);
  });

  it('says of every event that the log grew, also of those that change no card', async () => {
    const { progress } = machine();
    let grown = 0;
    const listener = progress.onDidGrow(() => (grown += 1));
    await progress.load();
    const judged = { verdict: 'exact', mode: 'typed', prediction: [], node: '24.0.0' } as const;
    await progress.record('drill:d', { kind: 'drilled', ...judged });
    await progress.record('belief:b', { kind: 'found' });
    listener.dispose();
    assert.ok(grown >= 2, `${grown}`);
  });

  it('comes back to a machine that was set up anew, and stays where others find it', async () => {
    const values = new Map<string, unknown>();
    const state = {
      get: (key: string) => values.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
      setKeysForSync: () => undefined,
    };
    const run = async ({ world, progress, extensionUri }: ReturnType<typeof machine>) => {
      const sync = createProgressSync({
        ...{ state, progress, log: world.log, extension: extensionUri, machine: 'one' },
        folder: vscode.Uri.file(world.folder),
      });
      // The second one has nothing to do.
      await sync.run();
      await sync.run();
      sync.dispose();
      return [...values.values()];
    };
    const [before, after] = [machine(), machine()];
    await before.progress.record(question, reviewed);
    const held = await run(before);
    assert.equal(held.length, 1);
    assert.deepEqual(await run(after), held);
    assert.ok((await after.progress.loadReviews()).memory(question));
  });

  it('is looked at again when something is recorded while it is compared', async () => {
    const { world, progress, extensionUri } = machine();
    const values = new Map<string, unknown>();
    let meanwhile: Promise<void> | undefined;
    const sync = createProgressSync({
      ...{ progress, log: world.log, extension: extensionUri, machine: 'one' },
      folder: vscode.Uri.file(world.folder),
      state: {
        get: (key: string) => values.get(key),
        async update(key: string, value: unknown) {
          values.set(key, value);
          await (meanwhile ??= progress.record(question, { kind: 'noted', text: 'meanwhile' }));
        },
        setKeysForSync: () => undefined,
      },
    });
    try {
      await progress.record(question, reviewed);
      await sync.run();
      const before = [...values.values()];
      await sync.run();
      assert.notDeepEqual([...values.values()], before);
    } finally {
      sync.dispose();
    }
  });

  it('follows Settings Sync, in a state that is written once, and not where that is switched off', async () => {
    const [one, other] = [machine(), machine()];
    const values = new Map<string, unknown>();
    let [writes, synced]: [number, readonly string[]] = [0, []];
    const removed: [string, number][] = [];
    const state = {
      get: (key: string) => values.get(key),
      update: (key: string, value: unknown) => {
        writes += 1;
        values.set(key, value);
        if (value === undefined) removed.push([key, synced.length]);
        return Promise.resolve();
      },
      setKeysForSync: (keys: readonly string[]) => (synced = keys),
    };
    const sync = ({ world, progress, extensionUri }: typeof one, name: string) =>
      createProgressSync({
        ...{ state, progress, log: world.log, extension: extensionUri, machine: name },
        folder: vscode.Uri.file(world.folder),
      });
    const [here, there] = [sync(one, 'one'), sync(other, 'other')];
    await one.progress.record(question, reviewed);
    await other.progress.record(question, { kind: 'bookmarked', on: true });
    const theirs = await other.progress.loadReviews();
    await here.run();
    await there.run();
    assert.equal(synced.length, 4);
    assert.deepEqual([...theirs.cards()], [question]);
    await here.run();
    assert.ok((await one.progress.load()).bookmarked('event-loop-phases'));
    assert.equal(writes, 2, 'each its own');
    await here.run();
    await there.run();
    assert.equal(writes, 2, 'and then nothing has changed');
    const settings = vscode.workspace.getConfiguration('loopwise');
    await settings.update('study.settingsSync', false, vscode.ConfigurationTarget.Global);
    try {
      await one.progress.record(question, reviewed);
      const own = [...values.keys()];
      await here.run();
      await here.run();
      assert.deepEqual([writes, synced], [3, []]);
      // The own one, while it was still synchronized.
      assert.deepEqual([removed.length, removed[0]?.[1]], [1, 4]);
      assert.equal(own.filter((key) => values.get(key) !== undefined).length, 1);
      await there.run();
      assert.equal(own.filter((key) => values.get(key) !== undefined).length, 0);
    } finally {
      await settings.update('study.settingsSync', undefined, vscode.ConfigurationTarget.Global);
      for (const each of [here, there]) each.dispose();
    }
  });
});

const event = (id: string): string =>
  JSON.stringify({ v: 1, id, at: '2026-01-01T10:00:00.000Z', card: question, kind: 'opened' });

const exported = (...all: readonly string[]): string =>
  `{"format":"loopwise-progress","version":1,"exported":"2026-01-02T00:00:00.000Z","events":[\n${all.join(',\n')}\n]}\n`;
