import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { mapLimit } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('map-with-limit', () => {
  /** Work that settles when the test says so. */
  function manual() {
    const started = [];
    const settle = new Map();
    const work = (item) => {
      started.push(item);
      return new Promise((resolve, reject) => settle.set(item, { resolve, reject }));
    };
    return { started, settle, work };
  }

  it('never has more in flight than the limit, and starts the next one right away', async () => {
    const { started, settle, work } = manual();
    const all = mapLimit(['a', 'b', 'c', 'd'], 2, work);
    await turn();
    assert.deepEqual(started, ['a', 'b']);
    settle.get('b').resolve('B');
    await turn();
    assert.deepEqual(started, ['a', 'b', 'c']);
    settle.get('c').resolve('C');
    await turn();
    settle.get('a').resolve('A');
    settle.get('d').resolve('D');
    assert.deepEqual(await all, ['A', 'B', 'C', 'D']);
  });

  it('starts nothing more after an error, and rejects with it', async () => {
    const { started, settle, work } = manual();
    const all = mapLimit(['a', 'b', 'c'], 2, work);
    const told = assert.rejects(all, /disk full/);
    await turn();
    settle.get('a').reject(new Error('disk full'));
    const first = await Promise.race([told.then(() => 'rejected'), turn('b is still in flight')]);
    assert.equal(first, 'rejected');
    settle.get('b').resolve('B');
    await turn();
    assert.deepEqual(started, ['a', 'b']);
  });

  it("accepts items of any value, and doesn't change the list", async () => {
    const items = [0, '', null, undefined, false, 'last'];
    const before = [...items];
    assert.deepEqual(await mapLimit(items, 2, async (item) => item), before);
    assert.deepEqual(items, before);
  });

  it("refuses a limit that isn't a positive integer", async () => {
    for (const limit of [0, -1, 1.5, NaN]) {
      const { started, work } = manual();
      const told = mapLimit(['a'], limit, work).then(() => 'resolved', (error) => error?.name);
      assert.equal(await Promise.race([told, turn('nothing happened')]), 'RangeError');
      assert.deepEqual(started, []);
    }
  });

  it('passes the index, and accepts an empty list and a limit that is larger than the list', async () => {
    assert.deepEqual(await mapLimit(['a', 'b'], 9, async (item, index) => item + index), ['a0', 'b1']);
    assert.deepEqual(await mapLimit([], 3, async () => 1), []);
  });
});
