import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { firstUnique } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('first-unique', () => {
  it('finds the first one', () => {
    assert.equal(firstUnique(['a', 'b', 'a', 'c']), 'b');
  });

  it('goes by the place in the list, also for numbers', () => {
    assert.equal(firstUnique([9, 3, 9, 1]), 3);
  });

  it('tells types apart', () => {
    assert.equal(firstUnique([1, '1', 1]), '1');
    const [object, other] = [{}, {}];
    assert.equal(firstUnique([object, other, object]), other);
  });

  it('finds nothing where nothing is', () => {
    assert.equal(firstUnique(['a', 'a']), undefined);
    assert.equal(firstUnique([]), undefined);
  });
});
