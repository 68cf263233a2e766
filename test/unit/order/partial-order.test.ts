import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enumerateOutputs } from '../../../src/order/order-lines.ts';
import { writeOrder } from '../../../src/order/partial-order.ts';

/** Every order of the letters in which each pair stands as it must, by trying all of them. */
function extensions(letters: readonly string[], pairs: readonly (readonly [number, number])[]) {
  const all: string[] = [];
  const visit = (sofar: readonly number[]): void => {
    if (sofar.length === letters.length) all.push(sofar.map((at) => letters[at]).join(''));
    for (const next of letters.keys()) {
      if (sofar.includes(next)) continue;
      if (pairs.every(([a, b]) => b !== next || sofar.includes(a))) visit([...sofar, next]);
    }
  };
  visit([]);
  return all.sort();
}

const written = (letters: readonly string[], pairs: readonly (readonly [number, number])[]) =>
  writeOrder({
    parts: letters,
    isBefore: (one, other) => pairs.some(([a, b]) => a === one && b === other),
  });

describe('writeOrder', () => {
  it('writes parallel parts as `any` and ordered ones as a list', () => {
    assert.deepEqual(
      written(
        ['a', 'b', 'c'],
        [
          [0, 1],
          [0, 2],
        ],
      ),
      ['a', { any: ['b', 'c'] }],
    );
  });

  it('tells an order that is not series-parallel apart into cases', () => {
    const order = written(
      ['a', 'b', 'c', 'd'],
      [
        [0, 2],
        [1, 2],
        [1, 3],
      ],
    );
    assert.ok(order && typeof order === 'object' && 'alt' in order, JSON.stringify(order));
  });

  it('has the outputs of the partial order, no more and no fewer', () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (pairs, size) => {
          const letters = Array.from('abcdef').slice(0, size);
          const known = pairs.filter(([, b]) => b < size);
          const order = written(letters, known);
          assert.ok(order !== undefined);
          const { outputs, complete } = enumerateOutputs(order, 1000);
          assert.ok(complete);
          const found = outputs.map((lines) => lines.map(({ text }) => text).join('')).sort();
          assert.deepEqual(found, extensions(letters, known));
        },
      ),
    );
  });

  it('keeps a block together in every case', () => {
    const parts = [{ block: ['a', 'A'] }, 'b', 'c', { block: ['d', 'D'] }];
    const pairs = [
      [0, 2],
      [1, 2],
      [1, 3],
    ] as const;
    const order = writeOrder({
      parts,
      isBefore: (one, other) => pairs.some(([a, b]) => a === one && b === other),
    });
    assert.ok(order !== undefined);
    for (const lines of enumerateOutputs(order, 100).outputs) {
      assert.match(lines.map(({ text }) => text).join(''), /aA.*dD|dD.*aA/);
    }
  });

  it('gives up when it takes too many cases', () => {
    const letters = Array.from('abcdefghijklmnop');
    const pairs = letters.flatMap((_, at): (readonly [number, number])[] =>
      at < 8
        ? [
            [at, at + 8],
            [at, ((at + 1) % 8) + 8],
          ]
        : [],
    );
    assert.equal(written(letters, pairs), undefined);
  });
});
