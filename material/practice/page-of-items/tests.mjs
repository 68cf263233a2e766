import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { page } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('page-of-items', () => {
  const letters = ['a', 'b', 'c', 'd', 'e'];

  it('returns the first page and the number of the next', () => {
    assert.deepEqual(page(letters, 1, 2), { items: ['a', 'b'], pages: 3, next: 2 });
  });

  it('returns a shorter last page without a next one', () => {
    assert.deepEqual(page(letters, 3, 2), { items: ['e'], pages: 3, next: null });
    assert.equal(page(letters, 1, 5).next, null);
  });

  it('is empty after the last page', () => {
    assert.deepEqual(page(letters, 4, 2), { items: [], pages: 3, next: null });
    assert.deepEqual(page([], 1, 2), { items: [], pages: 0, next: null });
  });

  it("refuses a number or size that isn't a positive integer", () => {
    for (const wrong of [0, -1, 1.5, NaN, '1']) {
      assert.throws(() => page(letters, wrong, 2), RangeError);
      assert.throws(() => page(letters, 1, wrong), RangeError);
    }
  });
});
