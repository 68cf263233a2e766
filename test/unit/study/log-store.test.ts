import assert from 'node:assert/strict';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatLine } from '../../../src/study/event-line.ts';
import type { ProgressEvent } from '../../../src/study/event.ts';
import { createLogStore, logFileName } from '../../../src/study/disk/log-store.ts';
import type { LogStore } from '../../../src/study/disk/log-store.ts';
import { event, someEvents } from './events.ts';
import { bundleWindow, startWindow } from './start-window.ts';

describe('The log', () => {
  let folder: string;
  const stores: LogStore[] = [];
  const file = () => join(folder, logFileName);
  const window = (...rest: [Parameters<typeof createLogStore>[1]?]) => {
    const store = createLogStore(folder, ...rest);
    stores.push(store);
    return store;
  };
  const readOn = async (store: LogStore) => {
    const events: ProgressEvent[] = [];
    await store.reader.read((one) => void events.push(one));
    return events;
  };
  const readIds = async (store: LogStore) => (await readOn(store)).map(({ id }) => id);
  /** An event that was written twice counts once. */
  const idsOnDisk = async () => [...new Set(await readIds(window()))];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopwise-log-'));
  });
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (id: string) => event('question:q', { kind: 'opened' }, { id });

  it('is empty while the file or its folder is missing', async () => {
    assert.deepEqual(await readOn(window()), []);
    assert.deepEqual(await readOn(createLogStore(join(folder, 'no', 'folder'))), []);
  });

  it('makes the folder and the file with the first event', async () => {
    const store = createLogStore(join(folder, 'new', 'folder'));
    assert.deepEqual(await store.append(opened('1')), { kind: 'written' });
    assert.ok(existsSync(join(folder, 'new', 'folder', logFileName)));
  });

  it('hands an event to every window, its own included', async () => {
    const [one, other] = [window(), window()];
    await one.append(opened('1'));
    assert.deepEqual(await readOn(other), [opened('1')]);
    assert.deepEqual(await readOn(other), []);
    await one.append(opened('2'));
    assert.deepEqual(await readOn(other), [opened('2')]);
    assert.deepEqual(await readOn(one), [opened('1'), opened('2')]);
  });

  it('reads on while a line is still being written', async () => {
    const store = window();
    const line = formatLine(opened('ü'));
    const bytes = Buffer.from(line);
    appendFileSync(file(), bytes.subarray(0, 20));
    assert.deepEqual(await readOn(store), []);
    appendFileSync(file(), bytes.subarray(20, -1));
    assert.deepEqual(await readOn(store), [opened('ü')], 'the line break alone is missing');
    appendFileSync(file(), bytes.subarray(-1));
    assert.deepEqual(await readOn(store), [opened('ü')], 'the whole line');
    assert.deepEqual(await readOn(store), []);
    assert.deepEqual(store.reader.passedOver, { later: 0, unreadable: 0 });
  });

  it('keeps what it cannot read, and counts it', async () => {
    const later = JSON.stringify({ ...opened('1'), v: 2 });
    writeFileSync(file(), `{"v":1,"id":"to\n\0\0\0\n${later}\n\n${JSON.stringify(opened('2'))}`);
    const before = readFileSync(file());
    const store = window();
    assert.deepEqual(await readOn(store), [opened('2')]);
    assert.deepEqual(store.reader.passedOver, { later: 1, unreadable: 2 });
    await store.append(opened('3'));
    assert.deepEqual(readFileSync(file()).subarray(0, before.length), before);
  });

  it('loses at most the torn line wherever the file is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, fc.nat(), someEvents, async (before, cut, after) => {
        rmSync(file(), { force: true });
        const text = before.map(formatLine).join('');
        const length = cut % (Buffer.byteLength(text) + 1);
        writeFileSync(file(), text);
        truncateSync(file(), length);
        const store = window();
        const laterIds = after.map(({ id }) => `later-${id}`);
        for (const id of laterIds) await store.append(opened(id));

        const found = await idsOnDisk();
        const whole = before.filter((_, index) => {
          const end = before
            .slice(0, index + 1)
            .map(formatLine)
            .join('');
          // Without its last line break the event is still whole.
          return Buffer.byteLength(end) - 1 <= length;
        });
        assert.deepEqual(found, [...whole.map(({ id }) => id), ...laterIds]);
      }),
      { numRuns: 40 },
    );
  });

  it('reads from the start when the file became another one', async () => {
    const store = window();
    await store.append(opened('1'));
    await store.append(opened('2'));
    await readOn(store);
    rmSync(file());
    appendFileSync(file(), formatLine(opened('2')) + formatLine(opened('3')) + '\n'.repeat(500));
    assert.deepEqual(await readIds(store), ['2', '3']);
  });

  it('reads from the start when the file was written anew in its place, and is longer', async () => {
    const store = window();
    const lines = (ids: readonly string[]) => ids.map((id) => formatLine(opened(id))).join('');
    writeFileSync(file(), lines(['1', '2', '3']));
    await readOn(store);
    // As a program does that merges two logs.
    writeFileSync(file(), lines(['1', '4', '2', '3', '5']));
    assert.deepEqual(await readIds(store), ['1', '4', '2', '3', '5']);
    writeFileSync(file(), lines(['6', '4', '2', '3', '5', '7']));
    assert.deepEqual(await readIds(store), ['6', '4', '2', '3', '5', '7']);
  });

  it('lets others have the thread while it reads, whatever it reads', async () => {
    for (const text of ['x\n'.repeat(400_000), formatLine(opened('1')).repeat(30_000)]) {
      writeFileSync(file(), text);
      let turns = 0;
      const count = (): void => {
        turns += 1;
        next = setImmediate(count);
      };
      let next = setImmediate(count);
      await readOn(window());
      clearImmediate(next);
      // Each piece is at least one turn, and a piece is some milliseconds of work.
      assert.ok(turns >= text.length / 32_768 - 1, `${turns} turns`);
    }
  });

  it('passes over a line that is longer than any, and what comes after it is there', async () => {
    writeFileSync(file(), `${'x'.repeat(9_000_000)}${formatLine(opened('1'))}`);
    const store = window();
    assert.deepEqual(await readOn(store), [opened('1')]);
    assert.deepEqual(store.reader.passedOver, { later: 0, unreadable: 1 });
  });

  it('tells that the file changed', async () => {
    const store = window();
    const changed = new Promise<void>((resolve) => store.watch(resolve));
    await window().append(opened('1'));
    await changed;
    assert.deepEqual(await readOn(store), [opened('1')]);
  });

  it('writes what comes while another event is being written', async () => {
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    let finish: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (finish = resolve));
    const store = window(async (path, text) => {
      begun();
      await released;
      appendFileSync(path, text);
    });
    const first = store.append(opened('1'));
    await started;
    const second = store.append(opened('2'));
    finish();
    await Promise.all([first, second]);
    assert.deepEqual(await idsOnDisk(), ['1', '2']);
  });

  describe('when writing fails', () => {
    /** Writes only the first `bytes` of a text, then says that the disk is full, until `repaired`. */
    const fullDisk = (bytes: number) => {
      const disk = {
        repaired: false,
        append: (path: string, text: string): Promise<void> => {
          appendFileSync(path, disk.repaired ? text : Buffer.from(text).subarray(0, bytes));
          const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          return disk.repaired ? Promise.resolve() : Promise.reject(full);
        },
      };
      return disk;
    };

    it('keeps the events in order and writes them with the next one, each once', async () => {
      for (const bytes of [0, 1, 30, 60, 1000]) {
        rmSync(file(), { force: true });
        const disk = fullDisk(bytes);
        const store = window(disk.append);
        assert.equal((await store.append(opened('1'))).kind, 'kept');
        assert.equal((await store.append(opened('2'))).kind, 'kept');
        disk.repaired = true;
        assert.deepEqual(await store.append(opened('3')), { kind: 'written' });
        assert.deepEqual(await idsOnDisk(), ['1', '2', '3'], `${bytes} bytes were written`);
      }
    });

    it('writes them when asked to try again', async () => {
      const disk = fullDisk(10);
      const store = window(disk.append);
      await store.append(opened('1'));
      assert.equal((await store.retry()).kind, 'kept');
      disk.repaired = true;
      assert.deepEqual(await store.retry(), { kind: 'written' });
      assert.deepEqual(await idsOnDisk(), ['1']);
    });

    it('writes them at the end', async () => {
      const store = window(fullDisk(10).append);
      await store.append(opened('1'));
      assert.deepEqual(store.close(), { kind: 'written' });
      await store.append(opened('2'));
      assert.deepEqual(await idsOnDisk(), ['1', '2']);
    });

    it('does not wait for a write that is on its way at the end', async () => {
      const store = window(() => new Promise(() => undefined));
      void store.append(opened('1'));
      store.close();
      assert.deepEqual(await idsOnDisk(), ['1']);
    });

    // Only Linux has a disk that is always full.
    const itOnLinux = existsSync('/dev/full') ? it : () => undefined;
    itOnLinux('says why on a real full disk', async () => {
      symlinkSync('/dev/full', file());
      const store = window();
      const result = await store.append(opened('1'));
      assert.equal(result.kind === 'kept' && (result.error as { code?: string }).code, 'ENOSPC');
      rmSync(file());
      assert.equal((await store.retry()).kind, 'written');
      assert.deepEqual(await idsOnDisk(), ['1']);
    });

    it('says why when something else stands in its place', async () => {
      mkdirSync(file());
      const store = window();
      assert.equal((await store.append(opened('1'))).kind, 'kept');
      await assert.rejects(readOn(store), { code: 'EISDIR' });
      rmSync(file(), { recursive: true });
      assert.equal((await store.append(opened('2'))).kind, 'written');
      assert.deepEqual(await idsOnDisk(), ['1', '2']);
    });
  });

  it('has every acknowledged event of many processes once, also of a killed one', async () => {
    const script = bundleWindow('log-writer', folder);
    const start = (name: string, count: number) => {
      const child = startWindow([script, folder, name, String(count)]);
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
      // Its last line may be cut off by the kill: then that event was not acknowledged.
      return { child, done: once(child, 'close'), ids: () => output.split('\n').slice(0, -1) };
    };
    const writers = ['a', 'b', 'c'].map((name) => start(name, 1000));
    const victim = start('victim', 100_000);
    await Promise.race([once(victim.child.stdout, 'data'), victim.done]);
    victim.child.kill('SIGKILL');
    await Promise.all([...writers, victim].map(({ done }) => done));

    const acknowledged = [...writers, victim].flatMap(({ ids }) => ids());
    assert.ok(acknowledged.length > 3000, `${acknowledged.length} were acknowledged`);
    const lines = readFileSync(file(), 'utf8').split('\n').filter(Boolean);
    const written = lines.flatMap((line) => idOf(line) ?? []);
    assert.equal(new Set(written).size, written.length, 'none is there twice');
    const onDisk = new Set(written);
    const missing = acknowledged.filter((id) => !onDisk.has(id));
    assert.deepEqual(missing, []);
    assert.deepEqual(new Set(await idsOnDisk()), new Set(written));
  }).timeout(60_000);
});

function idOf(line: string): string | undefined {
  try {
    return (JSON.parse(line) as ProgressEvent).id;
  } catch {
    return undefined;
  }
}
