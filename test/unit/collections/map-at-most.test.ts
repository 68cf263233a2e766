import assert from 'node:assert/strict';
import { mapAtMost } from '../../../src/collections/map-at-most.ts';

describe('Many works, few at once', () => {
  it('keep their order and their number', async () => {
    let now = 0;
    let most = 0;
    const results = await mapAtMost([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return item * 10;
    });
    assert.deepEqual(results, [50, 10, 40, 20, 30]);
    assert.equal(most, 2);
  });

  it('end with the first failure, after which no more begin', async () => {
    const begun: number[] = [];
    const works = mapAtMost([1, 2, 3, 4], 1, (item) => {
      begun.push(item);
      return item === 2 ? Promise.reject(new Error('two')) : Promise.resolve();
    });
    await assert.rejects(works, /two/);
    assert.deepEqual(begun, [1, 2]);
  });
});
