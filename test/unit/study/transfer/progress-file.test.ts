import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatLine } from '../../../../src/study/event-line.ts';
import {
  formatProgressFile,
  longestFormatted,
  readProgressFile,
  type ReadFile,
} from '../../../../src/study/transfer/progress-file.ts';
import { event, someEvents } from '../events.ts';

const exported = '2026-11-29T20:00:00.000Z';
const lineOf = (id: string, at = '2026-01-01T10:00:00.000Z'): string =>
  JSON.stringify(event('question:q', { kind: 'opened' }, { id, at }));
const later = JSON.stringify({ ...event('question:q', { kind: 'opened' }), v: 2, more: [1] });
const file = (...lines: string[]): Promise<string> => formatProgressFile(lines, exported);

async function sound(text: string): Promise<Extract<ReadFile, { kind: 'sound' }>> {
  const read = await readProgressFile(text);
  assert.ok(read.kind === 'sound', read.kind);
  return read;
}

describe('An export of the log', () => {
  it('is JSON, and comes back as it was, however its lines end', async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, fc.boolean(), async (events, crlf) => {
        const lines = [...new Set([...events.map((one) => JSON.stringify(one)), later])];
        const text = await file(...lines);
        assert.equal((JSON.parse(text) as { events: unknown[] }).events.length, lines.length);
        const read = await sound(crlf ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text);
        assert.deepEqual(
          [read.lines, read.later, read.broken, read.brokenAre, read.isCutOff],
          [lines, 1, [], 'lines', false],
        );
      }),
    );
  });

  it('keeps what a line holds beyond what this version reads of it', async () => {
    const more = lineOf('a').replace('}', ',"since":"1.4"}');
    assert.deepEqual((await sound(await file(more))).lines, [more]);
  });

  it('is read after another program has formatted it, and its entries are counted then', async () => {
    const lines = [lineOf('a'), lineOf('b')];
    const pretty = JSON.stringify(
      JSON.parse(await file(...lines, '{"v":1,"kind":"opened"}')),
      null,
      2,
    );
    const read = await sound(pretty);
    assert.deepEqual([read.lines, read.broken, read.brokenAre], [lines, [3], 'entries']);
  });

  it('that another program has formatted is taken apart elsewhere, and told when it is too long for that', async () => {
    const pretty = `{\n"format": "loopwise-progress",${' '.repeat(5_000_000)}\n"events": []}`;
    const asked: string[] = [];
    const read = await readProgressFile(pretty, (one) => {
      asked.push(one);
      return Promise.resolve([lineOf('a')]);
    });
    assert.ok(read.kind === 'sound' && asked[0] === pretty);
    assert.deepEqual(read.lines, [lineOf('a')]);
    // However a program orders what it writes.
    const long = `{\n"events": [${' '.repeat(longestFormatted)}],\n"format": "loopwise-progress"}`;
    const never = (): never => assert.fail('it is not taken apart');
    assert.deepEqual(await readProgressFile(long, never), { kind: 'tooLong' });
    const other = long.replace('loopwise-progress', 'other-progress');
    assert.deepEqual(await readProgressFile(other, never), { kind: 'foreign' });
  });

  it('is read without what is damaged in it, whose line is named', async () => {
    const text = await file(lineOf('a'), '{"v":1,"id":"to', 'x', lineOf('b'));
    const read = await sound(text);
    assert.deepEqual([read.lines.length, read.broken, read.brokenAre], [2, [3, 4], 'lines']);
    assert.equal(text.split('\n')[2], '{"v":1,"id":"to,');
  });

  it('that ends in the middle, wherever, has every whole line before', async () => {
    const lines = [lineOf('a'), lineOf('ü'), lineOf('c')];
    const text = await file(...lines);
    const head = text.indexOf('\n') + 1;
    for (let length = head; length < text.length - 2; length++) {
      const read = await readProgressFile(text.slice(0, length));
      assert.ok(read.kind === 'sound' && read.isCutOff, `${length}`);
      const whole = text
        .slice(head, length)
        .split('\n')
        .filter((line) => /\},?$/.test(line));
      assert.equal(read.lines.length, whole.length, `${length}`);
    }
  });

  it('of a newer version is told from what is no export at all', async () => {
    const text = await file(lineOf('a'));
    const newer = text.replace('"version":1', '"version":2');
    const pretty = JSON.stringify(JSON.parse(newer), null, 2);
    for (const one of [newer, pretty])
      assert.deepEqual(await readProgressFile(one), { kind: 'newer' });
    for (const one of [
      ...['', ' ', '{}', '[]', '{"events":[]}', 'a,b\n1,2\n', '\0\x01', '#separator:tab\n'],
      text.replace('loopwise-progress', 'other-progress'),
      JSON.stringify({ format: 'loopwise-progress', version: 1, events: 'none' }, null, 2),
    ]) {
      assert.deepEqual(await readProgressFile(one), { kind: 'foreign' }, one);
    }
  });

  it('may be the log itself', async () => {
    const events = [
      event('question:q', { kind: 'opened' }),
      event('snippet:q/s', { kind: 'opened' }),
    ];
    const read = await sound(`${events.map(formatLine).join('')}{"v":1,"id":"torn`);
    assert.deepEqual([read.lines.length, read.broken.length, read.isCutOff], [2, 1, false]);
  });

  it('says of which days its events are, and has each once', async () => {
    const [first, last] = ['2026-01-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'];
    const read = await sound(await file(lineOf('b', last), lineOf('a', first), lineOf('b', last)));
    assert.deepEqual(
      [read.lines.length, read.from, read.to],
      [2, Date.parse(first), Date.parse(last)],
    );
    assert.deepEqual((await sound(await file())).lines, []);
  });

  it('is anything else without harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        assert.equal((await readProgressFile(text)).kind, 'foreign');
      }),
    );
    const deep = '['.repeat(100_000);
    assert.deepEqual(await readProgressFile(deep), { kind: 'foreign' });
    const long = await file(lineOf('a'), `{"v":1,"x":"${'x'.repeat(600_000)}"}`);
    assert.deepEqual((await sound(long)).broken, [3]);
  });
});
