import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineChanges } from '../../../src/order/line-changes.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { createTally, meaningOf, neverSeen } from '../../../src/order/tally.ts';
import type { Output } from '../../../src/order/tally.ts';

const lines = (...texts: string[]): OutputLine[] =>
  texts.map((text) => ({ stream: 'stdout', text }));
const printed = (...texts: string[]): Output => ({ lines: lines(...texts) });

function tally(expect: Order | undefined, ...outputs: Output[]) {
  const counts = createTally(expect);
  for (const output of outputs) counts.add(output);
  return counts;
}

describe('The orders of many runs', () => {
  it('are counted, the most frequent first', () => {
    const { orders, total } = tally(
      undefined,
      printed('a', 'b'),
      printed('b', 'a'),
      printed('b', 'a'),
    );
    assert.equal(total, 3);
    assert.deepEqual(
      orders.map(({ lines: [first], count }) => [first?.text, count]),
      [
        ['b', 2],
        ['a', 1],
      ],
    );
  });

  it('differ when a line went to the other stream', () => {
    const other: Output = { lines: [{ stream: 'stderr', text: 'a' }] };
    assert.equal(tally(undefined, printed('a'), other).orders.length, 2);
  });

  it('are possible, impossible, or nobody knows', () => {
    const race: Order = { any: ['a', 'b'] };
    const standings = (expect: Order | undefined) =>
      tally(expect, printed('a', 'b'), printed('b', 'c')).orders.map(({ standing }) => standing);
    assert.deepEqual(standings(race), ['possible', 'impossible']);
    assert.deepEqual(standings(undefined), ['unknown', 'unknown']);
  });

  it('of runs that a limit ended are counted by the limit, last, and judged by their beginning', () => {
    const { orders } = tally(
      ['a', 'b', 'c'],
      { ...printed('a', 'b'), cut: 'time' },
      { ...printed('a', 'hal'), cut: 'time' },
      printed('a', 'b', 'c'),
      { ...printed('a', 'b'), cut: 'memory' },
      { ...printed('x', 'a'), cut: 'memory' },
    );
    assert.deepEqual(
      orders.map(({ cut, count, standing }) => [cut, count, standing]),
      [
        [undefined, 1, 'possible'],
        ['time', 2, 'possible'],
        ['memory', 2, 'impossible'],
      ],
    );
  });

  it('mean that the program is deterministic, races, prints other texts, or was never over', () => {
    const meaning = (...outputs: Output[]) => meaningOf(tally(undefined, ...outputs).orders);
    assert.deepEqual(meaning(printed('a'), printed('a')), { kind: 'same' });
    assert.deepEqual(meaning(printed('a', 'b'), printed('b', 'a')), { kind: 'orders', orders: 2 });
    assert.deepEqual(meaning(printed('1 ms'), printed('2 ms')), { kind: 'texts', outputs: 2 });
    assert.deepEqual(meaning({ ...printed('a'), cut: 'time' }), { kind: 'cut' });
    assert.deepEqual(meaning({ ...printed('a'), cut: 'time' }, printed('a')), { kind: 'same' });
  });

  it('leave possible ones that never came, when they can be counted', () => {
    const expect: Order = { any: ['a', 'b', 'c'] };
    const { orders } = tally(expect, printed('a', 'b', 'c'), printed('c', 'b', 'a'));
    assert.equal(neverSeen(expect, orders)?.length, 4);
    assert.equal(neverSeen(expect, orders, 5), undefined);
    assert.deepEqual(neverSeen(undefined, orders), []);
  });
});

describe('What moved between two outputs', () => {
  const changes = (here: string, there: string) =>
    lineChanges(lines(...Array.from(here)), lines(...Array.from(there)));

  it('is the fewest lines possible, each with the place it had', () => {
    const { marks, missing } = changes('bcda', 'abcd');
    assert.deepEqual(
      marks.map(({ kind }) => kind),
      ['same', 'same', 'same', 'moved'],
    );
    assert.deepEqual(marks[3], { kind: 'moved', from: 0 });
    assert.deepEqual(missing, []);
  });

  it('tells new lines and missing ones from moved ones', () => {
    const { marks, missing } = changes('axc', 'abc');
    assert.deepEqual(
      marks.map(({ kind }) => kind),
      ['same', 'new', 'same'],
    );
    assert.deepEqual(missing, lines('b'));
  });

  it('accounts for every line once, whatever the outputs are', () => {
    const output = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(output, output, (here, there) => {
        const { marks, missing } = lineChanges(lines(...here), lines(...there));
        const found = marks.filter(({ kind }) => kind !== 'new').length;
        assert.equal(marks.length, here.length);
        assert.equal(found + missing.length, there.length);
        for (const [at, mark] of marks.entries()) {
          if (mark.kind === 'moved') assert.equal(there[mark.from], here[at]);
        }
        if (here.join() === there.join()) assert.ok(marks.every(({ kind }) => kind === 'same'));
      }),
    );
  });
});
