import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

const { changes } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('changed-fields', () => {
  it('finds what was added, removed and changed, sorted by name', () => {
    assert.deepEqual(changes({ b: 1, c: 2, same: 0 }, { a: 1, c: 3, same: 0 }), [
      { field: 'a', kind: 'added' },
      { field: 'b', kind: 'removed' },
      { field: 'c', kind: 'changed' },
    ]);
  });

  it('returns nothing when nothing has changed', () => {
    assert.deepEqual(changes({ a: NaN, b: null }, { a: NaN, b: null }), []);
  });

  it('distinguishes undefined from missing', () => {
    assert.deepEqual(changes({ a: undefined }, {}), [{ field: 'a', kind: 'removed' }]);
    assert.deepEqual(changes({ a: undefined }, { a: null }), [{ field: 'a', kind: 'changed' }]);
  });

  it('distinguishes values that look alike', () => {
    for (const [before, after] of [[NaN, null], [1, '1'], [0, false], ['', null]]) {
      assert.deepEqual(changes({ a: before }, { a: after }), [{ field: 'a', kind: 'changed' }]);
    }
  });

  it('is not fooled by fields that all objects inherit', () => {
    assert.deepEqual(changes({}, { toString: 1 }), [{ field: 'toString', kind: 'added' }]);
  });
});
