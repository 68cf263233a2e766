import assert from 'node:assert/strict';
import { checkOrder } from '../../../src/order/check-order.ts';
import type { Order } from '../../../src/order/order.ts';

describe('checkOrder', () => {
  const good: Order[] = [
    [],
    'a',
    ['a', { any: [['b', 'c'], { block: ['d', 'e'] }] }, { opt: 'f' }, { exit: 1 }],
    { alt: [['a', 'b', { exit: 1 }], ['b', 'a'], []] },
    ['a', { block: ['b', { uncaught: 'Error: x' }, { exit: 7 }] }],
    { any: ['a', 'b', 'c', 'd'] },
    { any: [{ block: { any: ['a', 'b', 'c'] } }, { block: { any: ['d', 'e', 'f'] } }] },
  ];
  for (const order of good) {
    it(`finds nothing in ${JSON.stringify(order)}`, () => {
      assert.deepEqual(checkOrder(order), []);
    });
  }

  const bad: { order: Order; path: (string | number)[]; message: RegExp }[] = [
    { order: { any: [] }, path: [], message: /`any` has no branches/ },
    { order: ['a', { alt: [] }], path: [1], message: /`alt` has no branches/ },
    { order: { opt: { any: [['a', 'b']] } }, path: ['opt'], message: /`any` has only one branch/ },
    { order: ['z', { alt: ['a'] }], path: [1], message: /`alt` has only one branch/ },
    { order: ['a', []], path: [1], message: /list is empty/ },
    { order: { any: ['a', []] }, path: ['any', 1], message: /list is empty/ },
    { order: [{ exit: 1 }, 'a'], path: [0], message: /follow `exit`/ },
    { order: { any: ['a', { exit: 1 }] }, path: ['any', 1], message: /follow `exit`/ },
    { order: [{ opt: [{ exit: 1 }] }, 'a'], path: [0, 'opt', 0], message: /follow `exit`/ },
    { order: ['a', { exit: 0 }], path: [1], message: /exit code of 0/ },
    { order: { exit: '1' }, path: [], message: /neither an exit code nor/ },
    { order: { exit: 1.5 }, path: [], message: /neither an exit code nor/ },
    { order: ['a', 'b', 'a'], path: [2], message: /"a" twice/ },
    { order: ['a', { err: 'a ' }], path: [1], message: /"a " twice/ },
    { order: [{ alt: ['a', 'b'] }, 'b'], path: [1], message: /"b" twice/ },
    {
      order: { any: ['a', { block: ['b', 'a'] }] },
      path: ['any', 1, 'block', 1],
      message: /"a" twice/,
    },
    { order: { any: ['a', 'b', 'c', 'd', 'e'] }, path: [], message: /5 groups/ },
    {
      order: ['z', { any: ['a', ['b', { any: ['c', 'd', 'e', 'f'] }]] }],
      path: [1],
      message: /5 groups/,
    },
    {
      order: { any: ['z', ['y', { any: ['a', 'b', 'c', 'd', 'e'] }]] },
      path: ['any', 1, 1],
      message: /5 groups/,
    },
    { order: ['a\nb'], path: [0], message: /line break/ },
    { order: { uncaught: 'Uncaught Error: x' }, path: [], message: /is added/ },
  ];
  for (const { order, path, message } of bad) {
    it(`reports ${JSON.stringify(order)}`, () => {
      const [mistake, ...others] = checkOrder(order);
      assert.ok(mistake);
      assert.deepEqual(others, []);
      assert.deepEqual(mistake.path, path);
      assert.match(mistake.message, message);
      assert.match(mistake.advice, /^[A-Z].*[.`]$/);
    });
  }

  it('reports all mistakes in the order of the text', () => {
    const order: Order = [{ exit: 0 }, 'a', { any: [] }, { any: ['b', 'c', 'd', 'e', 'a'] }];
    assert.deepEqual(
      checkOrder(order).map(({ path }) => path),
      [[0], [0], [2], [3], [3, 'any', 4]],
    );
  });
});
