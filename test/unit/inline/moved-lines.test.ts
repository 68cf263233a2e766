// cspell:ignore xaxbc bcda dabc xdaybc aabc abca
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movedLines } from '../../../src/inline/moved-lines.ts';

const letters = (text: string) => text.split('');
const moved = (before: string, after: string) =>
  movedLines(letters(before), letters(after)).map((line) => [line.before, line.after]);

describe('Lines that moved between two outputs', () => {
  it('are none where the order is the same, whatever came in or went', () => {
    assert.deepEqual(moved('abc', 'abc'), []);
    assert.deepEqual(moved('abc', 'xaxbc'), []);
    assert.deepEqual(moved('abcd', 'bd'), []);
    assert.deepEqual(moved('', 'ab'), []);
  });

  it('are the one that went past others, not those that made way', () => {
    assert.deepEqual(moved('abcd', 'bcda'), [[0, 3]]);
    assert.deepEqual(moved('abcd', 'dabc'), [[3, 0]]);
    assert.deepEqual(moved('abcd', 'xdaybc'), [[3, 1]]);
  });

  it('are told apart where lines are equal: the nth is the nth', () => {
    assert.deepEqual(moved('aabc', 'abca'), [[1, 3]]);
    assert.deepEqual(moved('aaa', 'aaa'), []);
    assert.deepEqual(moved('aa', 'aaa'), []);
  });

  it('leave, without them, what both have in one order, and no fewer would do', () => {
    const output = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 7 });
    fc.assert(
      fc.property(output, output, (before, after) => {
        const found = movedLines(before, after);
        const all = pairs(before, after);
        const isMoved = (pair: Pair) => found.some((line) => line.after === pair.after);
        assert.ok(rises(all.filter((pair) => !isMoved(pair))));
        assert.equal(all.length - found.length, longest(all));
      }),
    );
  });

  it('of 10,000 lines the other way round are all but one', () => {
    const before = Array.from({ length: 10_000 }, (_, at) => `line ${at}`);
    assert.equal(movedLines(before, before.toReversed()).length, 9_999);
  });
});

interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Each line with its partner, by counting alone. */
function pairs(before: readonly string[], after: readonly string[]): Pair[] {
  const nth = (lines: readonly string[], at: number) =>
    lines.slice(0, at).filter((line) => line === lines[at]).length;
  return after.flatMap((line, to) => {
    const from = before.findIndex((one, at) => one === line && nth(before, at) === nth(after, to));
    return from === -1 ? [] : [{ before: from, after: to }];
  });
}

const rises = (all: readonly Pair[]) =>
  all.every((pair, at) => at === 0 || (all[at - 1]?.before ?? 0) < pair.before);

/** Of all subsets, tried one by one, the largest that is in order. */
function longest(all: readonly Pair[]): number {
  let best = 0;
  for (let set = 0; set < 2 ** all.length; set++) {
    const chosen = all.filter((_, at) => (set >> at) & 1);
    if (chosen.length > best && rises(chosen)) best = chosen.length;
  }
  return best;
}
