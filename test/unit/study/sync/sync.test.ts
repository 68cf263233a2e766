import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { syncLog } from '../../../../src/features/transfer/sync-log.ts';
import { packSlot, slotLength, unpackSlot } from '../../../../src/features/transfer/packed-slot.ts';
import { asLine, formatLine } from '../../../../src/study/event-line.ts';
import type { EventPayload, ProgressEvent } from '../../../../src/study/event.ts';
import { createLogReader } from '../../../../src/study/disk/log-reader.ts';
import { createProgressProjection } from '../../../../src/study/progress-projection.ts';
import { createReviewProjection } from '../../../../src/study/review/review-projection.lazy.ts';
import { carriedCards } from '../../../../src/study/sync/carried.ts';
import { readSlot, slotRows } from '../../../../src/study/sync/slot-rows.ts';
import { event, someEvents } from '../events.ts';

const cards = ['question:q', 'question:ü\n', 'snippet:q/s', 'check:q/a', 'interview:i'] as const;

/** Everything that trees, pages and the schedule are told. */
function told(events: readonly ProgressEvent[]) {
  const [progress, reviews] = [createProgressProjection(), createReviewProjection()];
  for (const one of events) {
    progress.add(one);
    reviews.add(one);
  }
  return cards.map((card) => {
    const name = card.slice(card.indexOf(':') + 1);
    const { progress: of } = progress;
    return [
      ...[reviews.reviews.memory(card), reviews.reviews.history(card)],
      ...[of.bookmarked(name), of.askLater(name), of.note(name), of.snippet(name)],
      ...[of.predictedWrong(name), of.ticked(name), of.answers(name), of.lastSeen(name)],
    ];
  });
}

describe('What is carried to another machine', () => {
  it('tells the same there as all events do here', () => {
    fc.assert(
      fc.property(someEvents, (all) => {
        const events = all.filter(({ kind }) => kind !== 'copyPredicted');
        const carried = carriedCards(events).flatMap((card) => card.events);
        assert.deepEqual(told(carried), told(events));
      }),
      { numRuns: 200 },
    );
  });

  it('comes back from a slot as it was, but for what a review remembers of the one before', async () => {
    const uuid = fc.uuid();
    await fc.assert(
      fc.asyncProperty(someEvents, fc.array(uuid), async (some, ids) => {
        const events = some.map((one, index) => ({ ...one, id: ids[index] ?? one.id }));
        const carried = carriedCards(events);
        const { text, left } = await packSlot('m', carried);
        const slot = await unpackSlot(text);
        assert.ok(slot && slot !== 'newer' && left === 0);
        const lines = [...slot.events.values()].map((line) => JSON.parse(line) as ProgressEvent);
        const wanted = new Map<string, object>();
        for (const { events: own } of carried) {
          for (const one of own) wanted.set(one.id, { ...one, before: undefined });
        }
        assert.deepEqual(
          new Map(lines.map((one) => [one.id, { ...one, before: undefined }])),
          wanted,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing where a slot holds anything else, and left alone where it is newer', async () => {
    const [card] = carriedCards([event('question:q', { kind: 'opened' })]);
    assert.ok(card);
    const rows = slotRows('m', [card]);
    assert.equal(readSlot({ ...rows, version: 2 }), 'newer');
    for (const text of [undefined, 7, '', 'x', Buffer.from('{}').toString('base64')]) {
      assert.equal(await unpackSlot(text), undefined);
    }
    // What base64 has not costs that event alone.
    const torn = readSlot({
      ...rows,
      cards: [['question:q', ['_'.repeat(22), '=a'].map((id) => [id, 0, 'opened', {}])]],
    });
    assert.ok(torn && torn !== 'newer');
    assert.deepEqual([...torn.events.keys()], ['a']);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, row) => {
        readSlot(value);
        readSlot({ ...rows, cards: [['question:q', [row, ['=a', row, 'opened', row]]]] });
      }),
    );
  });
});

describe('Machines that share slots', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loopwise-sync-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What VS Code synchronizes: each machine has a copy, and of one key the last that was sent remains. */
  const createCloud = () => ({ slots: Array.from({ length: 4 }, () => undefined as unknown) });

  /** @param called what VS Code calls it */
  const machine = (name: string, preferred: number, called = name) => {
    const file = join(folder, `${name}.jsonl`);
    let slots: unknown[] = [undefined, undefined, undefined, undefined];
    let written: number | undefined;
    return {
      name,
      file,
      record(events: readonly ProgressEvent[]) {
        appendFileSync(file, events.map(formatLine).join(''));
      },
      /** @param longest of a slot */
      async look(longest?: number) {
        const asked = { kind: 'sync', file, slots, machine: called, preferred } as const;
        const { missing, own, left } = await syncLog(asked, longest);
        if (missing.length > 0) appendFileSync(file, missing.map(asLine).join(''));
        if (own && slots[own.at] !== own.text) {
          slots[own.at] = own.text;
          written = own.at;
        }
        return { added: missing.length, left };
      },
      send(cloud: ReturnType<typeof createCloud>) {
        if (written !== undefined) cloud.slots[written] = slots[written];
        written = undefined;
      },
      receive(cloud: ReturnType<typeof createCloud>) {
        // What was written here and not sent is lost to what comes, as VS Code does it.
        slots = [...cloud.slots];
        written = undefined;
      },
      lose() {
        rmSync(file, { force: true });
        slots = [undefined, undefined, undefined, undefined];
      },
      /** Two events with one id are one. */
      async events() {
        const all = new Map<string, ProgressEvent>();
        await createLogReader(file).read((one) => void all.set(one.id, all.get(one.id) ?? one));
        return [...all.values()];
      },
      lines: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    };
  };

  type Machine = ReturnType<typeof machine>;

  type Cloud = ReturnType<typeof createCloud>;

  /** More rounds than it takes, and an odd number of them; @param together nobody sees what others send in the same round */
  async function settle(machines: readonly Machine[], cloud: Cloud, together = false) {
    for (let round = 0; round < 7; round++) {
      if (together) for (const one of machines) one.receive(cloud);
      for (const one of machines) {
        if (!together) one.receive(cloud);
        await one.look();
        if (!together) one.send(cloud);
      }
      if (together) for (const one of machines) one.send(cloud);
    }
  }

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('record' as const), events: someEvents }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('look', 'send', 'receive') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('lose', 'import') }) },
  );
  const steps = fc.array(fc.record({ who: fc.nat({ max: 2 }), what: step }), { maxLength: 12 });

  it('all tell the same in the end, of each event once, whatever came between', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        steps,
        // The slots in which machines begin to look, also the same ones; and clocks that are days apart.
        fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
        fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
        fc.boolean(),
        async (all, preferred, skews, together) => {
          run += 1;
          const cloud = createCloud();
          const machines = preferred.map((one, index) => machine(`${run}-${index}`, one));
          const kept = new Map<string, ProgressEvent>();
          for (const [at, { who, what }] of all.entries()) {
            const one = machines[who];
            assert.ok(one);
            if (what.do === 'record' && 'events' in what) {
              const events = what.events
                .filter(({ kind }) => kind !== 'copyPredicted')
                .map((own) => skewed({ ...own, id: `${at}-${own.id}` }, skews[who] ?? 0));
              one.record(events);
            } else if (what.do === 'look') await one.look();
            else if (what.do === 'send') one.send(cloud);
            else if (what.do === 'receive') one.receive(cloud);
            else if (what.do === 'lose') one.lose();
            // By a file, from another machine: then two have the same to tell.
            else one.record((await machines[(who + 1) % 3]?.events()) ?? []);
          }
          for (const one of machines) for (const own of await one.events()) kept.set(own.id, own);
          await settle(machines, cloud, together);
          const everything = told([...kept.values()]);
          const logs = await Promise.all(machines.map(async (one) => told(await one.events())));
          // What one has lost may come back from a slot that nobody had read before.
          assert.deepEqual(logs[1], logs[0]);
          assert.deepEqual(logs[2], logs[0]);
          if (!all.some(({ what }) => what.do === 'lose')) assert.deepEqual(logs[0], everything);
          // And then there is nothing left to do.
          const before = [cloud.slots, ...machines.map((one) => one.lines())];
          await settle(machines, cloud, true);
          assert.deepEqual([cloud.slots, ...machines.map((one) => one.lines())], before);
        },
      ),
      { numRuns: 25 },
    );
  }).timeout(20_000);

  it('come to rest when two have the same to tell and neither sees what the other sends', async () => {
    const cloud = createCloud();
    const machines = [machine('one', 0), machine('other', 1)];
    for (const one of machines) one.record([reviewed('a', 1)]);
    await settle(machines, cloud, true);
    const slots = await Promise.all(cloud.slots.map(unpackSlot));
    assert.deepEqual(
      slots.map((slot) => (slot && slot !== 'newer' ? [...slot.events.keys()] : undefined)),
      [['a'], [], undefined, undefined],
    );
  });

  it('a machine that was set up anew has its progress back', async () => {
    const cloud = createCloud();
    const [one, other] = [machine('one', 0), machine('other', 1)];
    one.record([reviewed('a', 1), reviewed('b', 2)]);
    await settle([one, other], cloud);
    const before = told(await one.events());
    one.lose();
    other.lose();
    await settle([one], cloud);
    assert.deepEqual(told(await one.events()), before);
  });

  it('a machine that was set up anew keeps in its slot what it takes from there, at the first look', async () => {
    const cloud = createCloud();
    const one = machine('one', 0);
    one.record([reviewed('a', 1), reviewed('b', 2)]);
    await one.look();
    one.send(cloud);
    const [before] = cloud.slots;
    one.lose();
    one.receive(cloud);
    assert.equal((await one.look()).added, 2);
    one.send(cloud);
    assert.equal(cloud.slots[0], before);
  });

  it('two logs of one machine share its slot, and neither takes out what the other put there', async () => {
    const cloud = createCloud();
    const [local, there] = [machine('local', 0, 'same'), machine('there', 0, 'same')];
    local.record([reviewed('a', 1)]);
    there.record([reviewed('b', 2)]);
    await local.look();
    local.send(cloud);
    there.receive(cloud);
    await there.look();
    there.send(cloud);
    const slot = await unpackSlot(cloud.slots[0]);
    assert.ok(slot && slot !== 'newer');
    assert.deepEqual([...slot.events.keys()], ['a', 'b']);
  });

  it('share a slot when there are more of them than slots, and nothing is lost', async () => {
    const cloud = createCloud();
    const machines = Array.from({ length: 6 }, (_, index) => machine(`${index}`, index));
    for (const [index, one] of machines.entries()) one.record([reviewed(`${index}`, index)]);
    await settle(machines, cloud);
    for (const one of machines) assert.equal((await one.events()).length, 6, one.name);
  });

  it('leave what a newer version wrote alone, and take no event of it', async () => {
    const cloud = createCloud();
    const one = machine('one', 2);
    one.record([reviewed('a', 1)]);
    await settle([one], cloud);
    const [newer] = cloud.slots.filter((slot) => slot !== undefined);
    assert.ok(newer);
    const other = machine('other', 0);
    const [first] = carriedCards([reviewed('z', 3)]);
    assert.ok(first);
    const { brotliCompressSync } = await import('node:zlib');
    const of2 = { ...slotRows('future', [first]), version: 2 };
    const later = brotliCompressSync(JSON.stringify(of2)).toString('base64');
    cloud.slots = cloud.slots.map((slot) => slot ?? later);
    await settle([other], cloud);
    assert.deepEqual(
      (await other.events()).map(({ id }) => id),
      ['a'],
    );
    assert.equal(cloud.slots.filter((slot) => slot === later).length, 3);
  });

  it('keep within the limit with 20,000 cards, say what is left out, and carry the latest cards whole', async () => {
    const cloud = createCloud();
    const one = machine('one', 0);
    const events = Array.from({ length: 30_000 }, (_, index) =>
      reviewed(uuidOf(index), index, `question:topic-${(index % 20_000) % 97}/q-${index % 20_000}`),
    );
    one.record(events);
    const { left } = await one.look();
    one.send(cloud);
    const [text] = cloud.slots;
    assert.ok(typeof text === 'string' && text.length <= slotLength);
    assert.ok(4 * slotLength < 512 * 1024 - 20_000, 'all slots together');
    const slot = await unpackSlot(text);
    assert.ok(slot && slot !== 'newer');
    const kept = new Set(
      [...slot.events.values()].map((line) => (JSON.parse(line) as ProgressEvent).card),
    );
    assert.equal(kept.size + left, 20_000);
    assert.ok(kept.size > 1200, `${kept.size} cards`);
    // Both reviews of each card that is there, and of none but the latest.
    assert.equal(slot.events.size, 2 * kept.size);
    const latest = events.slice(-kept.size).map(({ card }) => card);
    assert.deepEqual(kept, new Set(latest));
    const other = machine('other', 1);
    other.receive(cloud);
    assert.equal((await other.look()).left, 0, 'the other machine has nothing that finds no room');
  }).timeout(60_000);
});

const hour = 60 * 60_000;
const begin = Date.UTC(2026, 0, 1);

function reviewed(id: string, hours: number, card: ProgressEvent['card'] = 'question:q') {
  const at = begin + hours * hour + (hours % 7) * 1234;
  const payload: EventPayload = {
    ...{ kind: 'reviewed', rating: 'good', durationMs: 4000 + hours, hints: 0, content: 'c0de' },
    after: {
      ...{ stability: 2.3065 + (hours % 31) / 100, difficulty: 2.1181 },
      due: new Date(at + 2 * 24 * hour).toISOString(),
    },
  };
  return event(card, payload, { id, at: new Date(at).toISOString() });
}

/** Random enough not to be compressed, the same each time. */
function uuidOf(index: number): string {
  const part = (salt: number): string =>
    (Math.imul(index + 1, 2654435761 + salt * 40503) >>> 0).toString(16).padStart(8, '0');
  const [a, b, c, d] = [part(1), part(2), part(3), part(4)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

function skewed(one: ProgressEvent, days: number): ProgressEvent {
  const at = Date.parse(one.at);
  return Math.abs(at) > 8e15 ? one : { ...one, at: new Date(at + days * 24 * hour).toISOString() };
}
