import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { formatLine } from '../../../src/study/event-line.ts';
import { createLogStore, logFileName } from '../../../src/study/disk/log-store.ts';
import type { ProgressEvent, Rating } from '../../../src/study/event.ts';
import { day, type Memory } from '../../../src/study/review/memory.ts';
import { event } from './events.ts';
import { bundleWindow, startWindow } from './start-window.ts';

// Processes as VS Code's windows are: what a mock of the disk would say is not what a disk does.
describe('The log, where the disk or the clock of a window fails it,', () => {
  let folder: string;
  const file = () => join(folder, logFileName);

  let bundles: string;
  let [writer, teller, reviewer] = ['', '', ''];

  before(() => {
    bundles = mkdtempSync(join(tmpdir(), 'loopwise-windows-'));
    // Also for a user who may do less than this one.
    chmodSync(bundles, 0o755);
    [writer, teller] = [bundleWindow('log-writer', bundles), bundleWindow('log-teller', bundles)];
    reviewer = bundleWindow('review-window', bundles);
  });
  after(() => rmSync(bundles, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopwise-faults-'));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (...args: Parameters<typeof startWindow>): Promise<string> =>
    text(startWindow(...args).stdout);
  const idsOnDisk = async (): Promise<Set<string>> => {
    const ids = new Set<string>();
    await createLogStore(folder).reader.read(({ id }) => void ids.add(id));
    return ids;
  };

  it('keeps what was acknowledged when a write ends in its middle for want of room', async () => {
    // 512 bytes each: the disk takes some of the batches, and then a part of one.
    const output = await start([writer, folder, 'full', '100'], {}, 'ulimit -f 1000');
    const acknowledged = output.split('\n').slice(0, -1);
    const { size } = statSync(file());
    assert.ok(acknowledged.length > 0, 'some found room');
    assert.ok(size > 0 && size % 512 === 0, `${size} bytes: no room, and not the end of a line`);
    assert.notEqual(readFileSync(file(), 'utf8').at(-1), '\n');
    const next = createLogStore(folder);
    await next.append(event('question:q', { kind: 'opened' }, { id: 'after' }));
    const ids = await idsOnDisk();
    assert.ok(ids.has('after'));
    assert.deepEqual(
      acknowledged.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('says that a read-only disk takes nothing, and still tells what it holds', async () => {
    appendFileSync(file(), formatLine(reviewed('a', '2026-01-01T10:00:00.000Z')));
    const before = readFileSync(file());
    chmodSync(file(), 0o444);
    chmodSync(folder, 0o555);
    // Whoever may do everything may write everywhere.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { told, error } = read(await start([teller, folder], nobody));
    assert.deepEqual([told.length, error], [1, 'EACCES']);
    assert.deepEqual(readFileSync(file()), before);
  });

  it('adds up to the same in every time zone, whatever its clock shows and its lines hold', async () => {
    const events = [
      '2026-03-28T23:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ];
    for (const [index, at] of events.entries()) {
      appendFileSync(file(), formatLine(reviewed(`${index}`, at)));
      appendFileSync(file(), '{"v":1,"id":"torn\n\0\0\0\n{"v":9,"kind":"dreamt"}\n');
    }
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London'];
    const tellers = zones.map((TZ) => start([teller, folder], { env: { ...process.env, TZ } }));
    const all = (await Promise.all(tellers)).map(read);
    assert.equal(new Set(all.map(({ zone }) => zone)).size, 3, 'three time zones');
    for (const { told, error, passedOver } of all) {
      assert.deepEqual(told, all[0]?.told);
      assert.deepEqual([error, passedOver], [undefined, { later: 3, unreadable: 6 }]);
    }
    assert.equal((await idsOnDisk()).size, 3 + 3);
  });

  // Half past twelve tomorrow: in none of the places below a day of study begins within minutes of that.
  const noon = (Math.floor(Date.now() / day) + 1.5) * day + 30 * 60_000 - Date.now();
  /** A window whose clock is so many days ahead of that rates the card, if it is told how. */
  const window = async (days: number, rating?: Rating, TZ = 'UTC'): Promise<Reviewing> => {
    const args = [reviewer, folder, String(days * day + noon), ...(rating ? [rating] : [])];
    return JSON.parse(await start(args, { env: { ...process.env, TZ } })) as Reviewing;
  };

  it('loses no review of a window whose clock goes back, and asks no card for ever or never', async () => {
    await window(0, 'easy');
    const before = await window(1, 'good');
    // Somebody sets the clock back by a week, rates, and sets it right again.
    const back = await window(-7, 'again');
    assert.equal(back.ratings.length, 3);
    assert.deepEqual(back.ratings, ['again', 'easy', 'good'], 'in the order that the clock showed');
    assert.equal(back.due, 0, 'what was rated is not asked again by the same clock');
    assert.ok(back.nextIn !== undefined && back.nextIn > 0);
    const right = await window(1);
    assert.deepEqual(right.memory, back.memory, 'each window tells the same');
    assert.equal(right.memory.reviews, 3);
    for (const { memory, streak } of [before, back, right]) {
      assert.ok(memory.stability > 0 && Number.isFinite(memory.stability));
      assert.ok(memory.due >= memory.last);
      assert.ok(streak <= 3);
    }
    // It becomes due, as any other.
    assert.equal((await window(400)).due, 1);
    const rated = await window(400, 'good');
    assert.deepEqual([rated.due, rated.memory.reviews], [0, 4]);
  });

  it('has the same due moments in another time zone, and days that are those of the place', async () => {
    const zones = ['Pacific/Kiritimati', 'Europe/London', 'Pacific/Pago_Pago'];
    for (const zone of zones) await window(0, 'good', zone);
    const told = await Promise.all(zones.map((zone) => window(0, undefined, zone)));
    const [first] = told;
    assert.ok(first);
    for (const { memory, ratings, streak } of told) {
      assert.deepEqual(memory, first.memory);
      assert.deepEqual(ratings, ['good', 'good', 'good']);
      assert.equal(streak, 1, 'three reviews of one hour are one day, wherever that is');
    }
    // 25 hours lie between the first and the last.
    const [east, , west] = told.map(({ today }) => today);
    assert.ok(east !== undefined && west !== undefined && east - west >= 1 && east - west <= 2);
    const later = await Promise.all(zones.map((zone) => window(400, undefined, zone)));
    assert.deepEqual(
      later.map(({ due }) => due),
      [1, 1, 1],
    );
  });
});

interface Reviewing {
  readonly ratings: readonly Rating[];
  readonly memory: Memory;
  readonly due: number;
  readonly nextIn?: number;
  readonly today: number;
  readonly streak: number;
}

interface Reported {
  readonly told: readonly unknown[];
  readonly passedOver: { readonly later: number; readonly unreadable: number };
  readonly error?: string;
  readonly zone: number;
}

const read = (output: string): Reported => JSON.parse(output) as Reported;

function reviewed(id: string, at: string): ProgressEvent {
  return event(
    'question:q',
    {
      ...{ kind: 'reviewed', rating: 'good', durationMs: 1, hints: 0, content: '' },
      after: { stability: 1, difficulty: 5, due: at },
    },
    { id, at },
  );
}
