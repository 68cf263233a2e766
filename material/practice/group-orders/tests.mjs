import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { totals } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('group-orders', () => {
  const order = (customer, amount) => ({ customer, amount });

  it('adds up the orders of each customer', () => {
    assert.deepEqual(totals([order('Ada', 5), order('Ada', 7)]), [{ customer: 'Ada', total: 12 }]);
  });

  it('puts the largest total first, and sorts equal ones by name', () => {
    const names = totals([order('Bob', 3), order('Cy', 9), order('Ada', 3)]);
    assert.deepEqual(names.map(({ customer }) => customer), ['Cy', 'Ada', 'Bob']);
  });

  it('accepts any name, and an empty list', () => {
    assert.deepEqual(totals([order('constructor', 1)]), [{ customer: 'constructor', total: 1 }]);
    assert.deepEqual(totals([]), []);
  });

  it("doesn't change the list", () => {
    const orders = [order('Bob', 1), order('Ada', 2), order('Bob', 4)];
    totals(orders);
    assert.deepEqual(orders, [order('Bob', 1), order('Ada', 2), order('Bob', 4)]);
  });
});
