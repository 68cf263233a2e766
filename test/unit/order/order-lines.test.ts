import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayText, lineKey } from '../../../src/order/line-text.ts';
import {
  enumerateOutputs,
  hasSeveralOrders,
  orderLines,
  orderOf,
} from '../../../src/order/order-lines.ts';
import type { Order } from '../../../src/order/order.ts';
import { allOutputs, anyOrder, keyOf } from './all-outputs.ts';

describe('order lines', function () {
  this.timeout(20_000);

  it('names every line once, in the order of the expectation', () => {
    const order: Order = [
      'b',
      { any: [{ block: ['z', { err: 'a' }] }, { opt: 'y' }] },
      { exit: 1 },
    ];
    assert.deepEqual(orderLines(order).map(displayText), ['b', 'z', 'a', 'y', 'exit code 1']);
  });

  it('counts a line of an `alt` as often as the branch that has it most', () => {
    const order: Order = [{ alt: [['x', 'a'], ['a', 'x', 'x'], []] }, 'a'];
    assert.deepEqual(orderLines(order).map(displayText), ['x', 'x', 'a', 'a']);
  });

  it('has as many cards of each text as one output can need', () => {
    fc.assert(
      fc.property(anyOrder(['a', 'b']), (order) => {
        const most = new Map<string, number>();
        for (const output of allOutputs(order)) {
          for (const [key, count] of countsOf(output)) {
            most.set(key, Math.max(count, most.get(key) ?? 0));
          }
        }
        assert.deepEqual(countsOf(orderLines(order)), new Map([...most].sort()));
      }),
      { numRuns: 300 },
    );
  });
});

describe('enumerating outputs', function () {
  this.timeout(20_000);

  it('gives each output once', () => {
    fc.assert(
      fc.property(anyOrder(['a', 'b']), (order) => {
        const { outputs, complete } = enumerateOutputs(order, 1000);
        assert.ok(complete);
        assert.deepEqual(outputs.map(keyOf).sort(), allOutputs(order).map(keyOf).sort());
        assert.equal(hasSeveralOrders(order), outputs.length > 1);
      }),
      { numRuns: 300 },
    );
  });

  it('stops at the limit and says so', () => {
    const order: Order = { any: ['a', 'b', 'c'] };
    assert.equal(enumerateOutputs(order, 6).complete, true);
    const { outputs, complete } = enumerateOutputs(order, 5);
    assert.deepEqual([outputs.length, complete], [5, false]);
  });

  it('ends at once for an order that nobody could enumerate', () => {
    const order: Order = { any: Array.from({ length: 60 }, (_, i) => `${i}`) };
    assert.equal(hasSeveralOrders(order), true);
  });
});

describe('hasSeveralOrders', () => {
  const rows: [Order, boolean][] = [
    [[], false],
    [['a', 'b'], false],
    [{ any: [['a', 'b']] }, false],
    [{ any: ['a', []] }, false],
    [{ any: ['a', 'b'] }, true],
    [{ any: [{ block: ['a', 'b'] }, 'c'] }, true],
    [{ opt: 'a' }, true],
    [{ alt: ['a', 'b'] }, true],
    [{ alt: ['a', 'a'] }, false],
    [{ any: [['a', 'a'], 'a'] }, false],
  ];
  for (const [order, expected] of rows) {
    it(`is ${expected} for ${JSON.stringify(order)}`, () => {
      assert.equal(hasSeveralOrders(order), expected);
    });
  }
});

describe('orderOf', function () {
  this.timeout(20_000);

  it('is an order with exactly these lines as its output', () => {
    fc.assert(
      fc.property(anyOrder(), (order) => {
        for (const lines of allOutputs(order).slice(0, 5)) {
          assert.deepEqual(enumerateOutputs(orderOf(lines), 2), {
            outputs: [lines],
            complete: true,
          });
        }
      }),
    );
  });
});

function countsOf(lines: readonly Parameters<typeof lineKey>[0][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = lineKey(line, 'text');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map([...counts].sort());
}
