import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { totals } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('group-orders', () => {
  const order = (customer, amount) => ({ customer, amount });

  it('adds up what belongs to one customer', () => {
    assert.deepEqual(totals([order('Ada', 5), order('Ada', 7)]), [{ customer: 'Ada', total: 12 }]);
  });

  it('has the largest total first, equal ones by name', () => {
    const names = totals([order('Bob', 3), order('Cy', 9), order('Ada', 3)]);
    assert.deepEqual(names.map(({ customer }) => customer), ['Cy', 'Ada', 'Bob']);
  });

  it('takes any name, and no orders at all', () => {
    assert.deepEqual(totals([order('constructor', 1)]), [{ customer: 'constructor', total: 1 }]);
    assert.deepEqual(totals([]), []);
  });

  it('leaves the list as it was', () => {
    const orders = [order('Bob', 1), order('Ada', 2), order('Bob', 4)];
    totals(orders);
    assert.deepEqual(orders, [order('Bob', 1), order('Ada', 2), order('Bob', 4)]);
  });
});
