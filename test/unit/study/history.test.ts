import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLogReader } from '../../../src/study/disk/log-reader.ts';
import { createLogStore, logFileName } from '../../../src/study/disk/log-store.ts';
import { createSnapshotStore, snapshotFileName } from '../../../src/study/disk/snapshot-store.ts';
import { formatLine } from '../../../src/study/event-line.ts';
import type { ProgressEvent } from '../../../src/study/event.ts';
import { createHistory } from '../../../src/study/history.ts';
import { createProgressProjection } from '../../../src/study/progress-projection.ts';
import type { Projection } from '../../../src/study/projection.ts';
import { event, someEvents } from './events.ts';

/** Which events it has had, each id once; `added` also says how often. */
function idsProjection(name = 'ids', version = 1) {
  const ids = new Set<string>();
  const added: string[] = [];
  const projection: Projection = {
    name,
    version,
    add({ id }) {
      added.push(id);
      const changed = !ids.has(id);
      ids.add(id);
      return changed;
    },
    *save() {
      yield* ids;
    },
    restore(id) {
      if (typeof id !== 'string') throw new TypeError('not an id');
      ids.add(id);
    },
    reset: () => ids.clear(),
  };
  return { projection, added, ids: () => [...ids].sort() };
}

describe('The history', () => {
  let folder: string;
  const log = () => join(folder, logFileName);
  const snapshot = () => join(folder, snapshotFileName);
  const opened = (id: string) => event('question:q', { kind: 'opened' }, { id });
  const append = (...ids: string[]) =>
    appendFileSync(log(), ids.map((id) => formatLine(opened(id))).join(''));

  /** As an extension host starts it. A snapshot is written after `enough` events. */
  const start = (projections: readonly Projection[], enough = 1, waits = () => false) => {
    const history = createHistory(
      {
        reader: createLogReader(log()),
        fromStart: () => createLogReader(log()),
        snapshots: createSnapshotStore(snapshot()),
        waits,
      },
      enough,
    );
    for (const one of projections) history.add(one);
    return history;
  };
  /** What another start knows, and which events it had to read for it. */
  const restart = async (make = idsProjection) => {
    const { projection, ids, added } = make();
    await start([projection]).read();
    return { ids: ids(), read: added };
  };
  const leaveSnapshot = async () => {
    const history = start([idsProjection().projection]);
    await history.read();
    await history.keepSnapshot();
    assert.ok(existsSync(snapshot()));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopwise-history-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every projection every event', async () => {
    append('1', '2');
    const [one, other] = [idsProjection('one'), idsProjection('other')];
    const history = start([one.projection, other.projection]);
    const changes = await history.read();
    assert.deepEqual(
      [one.ids(), other.ids()],
      [
        ['1', '2'],
        ['1', '2'],
      ],
    );
    assert.deepEqual([...changes.keys()], [one.projection, other.projection]);
    append('3');
    await history.read();
    assert.deepEqual(
      [one.ids(), other.ids()],
      [
        ['1', '2', '3'],
        ['1', '2', '3'],
      ],
    );
  });

  it('gives a projection that is added later the whole log, also what came meanwhile', async () => {
    append('1', '2');
    const early = idsProjection('early');
    const history = start([early.projection]);
    await history.read();
    const late = idsProjection('late');
    history.add(late.projection);
    history.record(opened('own'));
    append('3');
    const changes = await history.read();
    assert.deepEqual(late.ids(), ['1', '2', '3', 'own']);
    assert.deepEqual([...(changes.get(late.projection) ?? [])], ['question:q']);
    assert.deepEqual(early.added, ['1', '2', 'own', '3'], 'the other one is not read again');
  });

  it('tells of a card once for all of its events, and nothing of what changed nothing', async () => {
    append('1', '2');
    const { projection } = idsProjection();
    const history = start([projection]);
    assert.deepEqual([...(await history.read())], [[projection, new Set(['question:q'])]]);
    assert.deepEqual([...(await history.read())], []);
    assert.deepEqual([...history.record(opened('1'))], []);
    assert.deepEqual([...history.record(opened('3')).keys()], [projection]);
  });

  it('reads once when asked twice at the same time', async () => {
    append('1', '2');
    await leaveSnapshot();
    append('3');
    const { projection, added, ids } = idsProjection();
    const history = start([projection]);
    await Promise.all([history.read(), history.read()]);
    assert.deepEqual([ids(), added], [['1', '2', '3'], ['3']]);
  });

  it('tells after a failed reading what that had changed already', async () => {
    append('1', '2');
    const { projection } = idsProjection();
    let fails = true;
    const reader = createLogReader(log());
    const history = createHistory({
      reader: {
        ...reader,
        read: async (take) => {
          await reader.read(take);
          if (fails) throw new Error('in the middle');
        },
      },
      fromStart: () => createLogReader(log()),
      snapshots: createSnapshotStore(snapshot()),
      waits: () => false,
    });
    history.add(projection);
    await assert.rejects(history.read());
    fails = false;
    assert.deepEqual([...(await history.read())], [[projection, new Set(['question:q'])]]);
  });

  it('reads only what a snapshot does not hold', async () => {
    append('1', '2');
    await leaveSnapshot();
    append('3');
    assert.deepEqual(await restart(), { ids: ['1', '2', '3'], read: ['3'] });
  });

  it('keeps what was recorded before a snapshot was taken over', async () => {
    append('1');
    await leaveSnapshot();
    const { projection, ids } = idsProjection();
    const history = start([projection]);
    history.record(opened('own'));
    await history.read();
    assert.deepEqual(ids(), ['1', 'own']);
  });

  it('writes no snapshot for a few events, and none twice for the same ones', async () => {
    append('1', '2');
    const history = start([idsProjection().projection], 3);
    await history.read();
    await history.keepSnapshot();
    assert.equal(existsSync(snapshot()), false);
    append('3');
    await history.read();
    await history.keepSnapshot();
    assert.equal(existsSync(snapshot()), true);
    rmSync(snapshot());
    await history.keepSnapshot();
    assert.equal(existsSync(snapshot()), false);
  });

  it('writes no snapshot of what is not in the log yet', async () => {
    append('1');
    let waits = true;
    const history = start([idsProjection().projection], 1, () => waits);
    await history.read();
    await history.keepSnapshot();
    assert.equal(existsSync(snapshot()), false, 'at the beginning');
    waits = false;
    const written = history.keepSnapshot();
    waits = true;
    await written;
    assert.deepEqual(readdirSync(folder), [logFileName], 'in the end, and nothing is left over');
  });

  it('writes no snapshot within an unfinished line', async () => {
    append('1');
    const history = start([idsProjection().projection]);
    appendFileSync(log(), '{"v":1,');
    await history.read();
    await history.keepSnapshot();
    assert.equal(existsSync(snapshot()), false);
  });

  describe('reads the whole log when a snapshot', () => {
    beforeEach(async () => {
      append('1', '2');
      await leaveSnapshot();
      append('3');
    });
    const whole = { ids: ['1', '2', '3'], read: ['1', '2', '3'] };

    it('is damaged or cut off anywhere', async () => {
      const bytes = readFileSync(snapshot());
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
          const damaged = Buffer.from(bytes);
          damaged[at] = byte;
          writeFileSync(snapshot(), damaged.equals(bytes) ? bytes.subarray(0, at) : damaged);
          assert.deepEqual(await restart(), whole);
        }),
        { numRuns: 100 },
      );
    });

    it('is of another version of the projection', async () => {
      assert.deepEqual(await restart(() => idsProjection('ids', 2)), whole);
    });

    it('lacks a projection', async () => {
      assert.deepEqual(await restart(() => idsProjection('new')), whole);
    });

    it('cannot be restored', async () => {
      const broken = () => {
        const made = idsProjection();
        const restore = (saved: unknown): void => {
          made.projection.restore(saved);
          throw new Error('in the middle');
        };
        return { ...made, projection: { ...made.projection, restore } };
      };
      assert.deepEqual(await restart(broken), whole);
    });

    it('is empty', async () => {
      writeFileSync(snapshot(), '');
      assert.deepEqual(await restart(), whole);
    });

    it('is of another log, or of one that was written anew', async () => {
      const lines = readFileSync(log());
      rmSync(log());
      append('4', '5', '6', '7');
      assert.deepEqual((await restart()).ids, ['4', '5', '6', '7']);
      writeFileSync(log(), lines.subarray(1));
      assert.deepEqual(await restart(), whole);
    });

    it('is of a log that has become shorter', async () => {
      const lines = readFileSync(log());
      writeFileSync(log(), lines.subarray(0, lines.length / 3));
      assert.deepEqual(await restart(), { ids: ['1'], read: ['1'] });
    });
  });

  it('counts what the snapshot passed over', async () => {
    append('1');
    appendFileSync(log(), 'torn\n');
    await leaveSnapshot();
    const reader = createLogReader(log());
    const saved = await createSnapshotStore(snapshot()).read();
    assert.ok(saved && (await reader.startAt(saved.position)));
    assert.deepEqual(reader.passedOver, { later: 0, unreadable: 1 });
  });

  it('says when a snapshot cannot be written, and leaves nothing half-written', async () => {
    append('1');
    const history = createHistory(
      {
        reader: createLogReader(log()),
        fromStart: () => createLogReader(log()),
        // A file stands where the folder should be.
        snapshots: createSnapshotStore(join(log(), snapshotFileName)),
        waits: () => false,
      },
      1,
    );
    await history.read();
    await assert.rejects(history.keepSnapshot());
    assert.deepEqual(readdirSync(folder), [logFileName]);
  });

  it('knows the same of the progress with a snapshot taken anywhere as from the log alone', async () => {
    const questions = ['q', 'ü\n'];
    const told = ({ progress }: ReturnType<typeof createProgressProjection>) =>
      questions.map((id) => [
        [...progress.ticked(id)].sort(),
        [...progress.answers(id)].sort(),
        progress.bookmarked(id),
        progress.note(id),
        progress.lastSeen(id),
        progress.snippet(`${id}/s`),
      ]);
    const write = (events: readonly ProgressEvent[]) =>
      appendFileSync(log(), events.map(formatLine).join(''));
    await fc.assert(
      fc.asyncProperty(someEvents, someEvents, async (before, after) => {
        for (const file of readdirSync(folder)) rmSync(join(folder, file));
        write(before);
        const first = start([createProgressProjection()]);
        await first.read();
        await first.keepSnapshot();
        write(after);
        const restored = createProgressProjection();
        await start([restored]).read();
        const alone = createProgressProjection();
        for (const one of [...before, ...after]) alone.add(one);
        assert.deepEqual(told(restored), told(alone));
        // What a later event meets must be the same as well, such as the time of a tick.
        assert.deepEqual([...restored.save()], [...alone.save()]);
      }),
      { numRuns: 60 },
    );
  });

  it('is written by a store whose windows append while it reads', async () => {
    const store = createLogStore(folder);
    const { projection, ids } = idsProjection();
    const history = createHistory({
      reader: store.reader,
      fromStart: () => createLogReader(log()),
      snapshots: createSnapshotStore(snapshot()),
      waits: () => store.waits,
    });
    history.add(projection);
    const appended = Array.from({ length: 20 }, (_, index) => {
      const one = opened(`own-${index}`);
      history.record(one);
      return store.append(one);
    });
    await history.read();
    await Promise.all(appended);
    await history.read();
    assert.equal(ids().length, 20);
    assert.equal(store.waits, false);
    store.close();
  });
});
