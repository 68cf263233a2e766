import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatLine, parseLine } from '../../../src/study/event-line.ts';
import type { EventPayload } from '../../../src/study/event.ts';
import { createLineSplitter } from '../../../src/study/disk/line-splitter.ts';
import { event, someEvents } from './events.ts';

const predicted: EventPayload = {
  kind: 'predicted',
  verdict: 'exact',
  mode: 'cards',
  node: '24.1.0',
  prediction: [],
};

describe('A line of the log', () => {
  it('says the same event after writing and reading', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        for (const one of events) {
          assert.deepEqual(parseLine(formatLine(one)), { kind: 'event', event: one });
        }
      }),
    );
  });

  it('says which try a prediction was; one that is told in another way leaves the rest', () => {
    const parsed = (attempt: unknown) => {
      const line = JSON.stringify({ ...event('snippet:q/s', predicted), attempt });
      const { event: read } = { event: undefined, ...parseLine(line) };
      return read?.kind === 'predicted' ? [read.verdict, read.attempt] : [];
    };
    const second = { number: 2, seen: 'line' };
    assert.deepEqual(parsed(second), ['exact', second]);
    for (const strange of [undefined, 2, { number: 0, seen: 'line' }, { number: 1, seen: 'x' }]) {
      assert.deepEqual(parsed(strange), ['exact', undefined]);
    }
  });

  it('holds no line break inside', () => {
    fc.assert(
      fc.property(someEvents, (events) =>
        events.every((one) => !formatLine(one).slice(1, -1).includes('\n')),
      ),
    );
  });

  it('never throws on junk', () => {
    const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map(JSON.stringify));
    fc.assert(
      fc.property(junk, (line) => {
        assert.notEqual(parseLine(line).kind, 'event');
      }),
    );
  });

  it('never throws on an event with any one field of another shape', () => {
    const fields = ['v', 'id', 'at', 'card', 'kind', 'point', 'on', 'check', 'choice', 'verdict'];
    fc.assert(
      fc.property(
        someEvents,
        fc.constantFrom(...fields),
        fc.jsonValue(),
        (events, field, value) => {
          for (const one of events) parseLine(JSON.stringify({ ...one, [field]: value }));
        },
      ),
    );
  });

  it('tells what a later Loopwise wrote from what is broken', () => {
    const kinds = [
      { ...event('question:q', { kind: 'opened' }), v: 2 },
      { ...event('question:q', { kind: 'opened' }), kind: 'reviewed' },
      { ...event('question:q', { kind: 'opened' }), kind: 'toString' },
      { ...event('question:q', { kind: 'opened' }), v: '1' },
      { ...event('question:q', { kind: 'opened' }), at: 'yesterday' },
      { ...event('question:q', { kind: 'opened' }), card: 'q' },
      { ...event('question:q', { kind: 'opened' }), card: 7 },
      { ...event('question:q', { kind: 'ticked', point: 'p', on: true }), on: 'yes' },
      { ...event('question:q', { kind: 'opened' }), card: 'habit:daily' },
      { ...event('snippet:q/s', predicted), mode: 'spoken' },
      { ...event('snippet:q/s', predicted), verdict: 'nearly' },
    ].map((value) => parseLine(JSON.stringify(value)).kind);
    assert.deepEqual(kinds, [
      'later',
      'later',
      'later',
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
      'later',
      'later',
      'later',
      'later',
    ]);
  });

  it('passes on nothing but the fields of its event', () => {
    const opened = event('question:q', { kind: 'opened' });
    assert.deepEqual(parseLine(JSON.stringify({ ...opened, extra: 1 })), {
      kind: 'event',
      event: opened,
    });
  });
});

describe('The line splitter', () => {
  it('finds the same lines however the bytes are cut', () => {
    const texts = fc.array(fc.constantFrom('a', 'é', '🙂', '\n', '\r\n'), { maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: 40 })), (parts, cuts) => {
        const text = parts.join('');
        const bytes = new TextEncoder().encode(text);
        const splitter = createLineSplitter();
        const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length];
        const found: string[] = [];
        let start = 0;
        // The same memory for each piece, as a reader of files would use it.
        const memory = Buffer.alloc(bytes.length);
        for (const end of ends.sort((a, b) => a - b)) {
          memory.set(bytes.subarray(start, end));
          found.push(...splitter.push(memory.subarray(0, end - start)));
          start = end;
        }
        assert.deepEqual([...found, splitter.rest], text.split('\n'));
      }),
    );
  });
});
