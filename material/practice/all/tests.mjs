import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { all } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('all', () => {
  /** Promises that settle when the test says so. */
  function manual(count) {
    return Array.from({ length: count }, () => {
      let resolve, reject;
      const promise = new Promise((...both) => ([resolve, reject] = both));
      return { promise, resolve, reject };
    });
  }
  const promisesOf = (list) => list.map(({ promise }) => promise);

  /** The state of a promise right now; this never waits for it. */
  async function stateOf(promise) {
    const told = promise.then(
      (value) => ['fulfilled', value],
      (reason) => ['rejected', reason],
    );
    await turn();
    return Promise.race([told, turn(['pending'])]);
  }

  it('keeps the order of the values, whichever settles first', async () => {
    const [a, b, c] = manual(3);
    const result = all(promisesOf([a, b, c]));
    c.resolve('C');
    assert.deepEqual(await stateOf(result), ['pending']);
    a.resolve('A');
    assert.deepEqual(await stateOf(result), ['pending']);
    b.resolve('B');
    assert.deepEqual(await stateOf(result), ['fulfilled', ['A', 'B', 'C']]);
  });

  it('accepts plain values, and results that are undefined or falsy', async () => {
    const values = [0, undefined, Promise.resolve(undefined), '', Promise.resolve(null), false];
    const wanted = [0, undefined, undefined, '', null, false];
    assert.deepEqual(await stateOf(all(values)), ['fulfilled', wanted]);
  });

  it('resolves with an empty array when there are no values', async () => {
    assert.deepEqual(await stateOf(all([])), ['fulfilled', []]);
  });

  it('accepts any iterable, and iterates over it once', async () => {
    function* numbers() {
      yield 1;
      yield Promise.resolve(2);
    }
    assert.deepEqual(await stateOf(all(numbers())), ['fulfilled', [1, 2]]);
    assert.deepEqual(await stateOf(all(new Set(['a', 'b']))), ['fulfilled', ['a', 'b']]);
    assert.deepEqual(await stateOf(all('xy')), ['fulfilled', ['x', 'y']]);
  });

  it('rejects immediately, although others are pending', async () => {
    const [a, b] = manual(2);
    const result = all(promisesOf([a, b]));
    const reason = new Error('disk full');
    b.reject(reason);
    const told = await stateOf(result);
    assert.deepEqual([told[0], told[1] === reason], ['rejected', true]);
  });

  it('keeps the first reason, and no later rejection is unhandled', async () => {
    const unhandled = [];
    const note = (reason) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const [a, b, c] = manual(3);
    const result = all(promisesOf([a, b, c]));
    b.reject('first');
    assert.deepEqual(await stateOf(result), ['rejected', 'first']);
    c.reject('second');
    a.resolve('A');
    assert.deepEqual(await stateOf(result), ['rejected', 'first']);
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled, []);
  });

  it('rejects when a rejection has no reason', async () => {
    assert.deepEqual(await stateOf(all([1, Promise.reject(undefined)])), ['rejected', undefined]);
  });

  it('counts a thenable once, even if it resolves twice', async () => {
    const twice = { then: (resolve) => (resolve('T'), resolve('again')) };
    const [a] = manual(1);
    const result = all([twice, a.promise]);
    assert.deepEqual(await stateOf(result), ['pending']);
    a.resolve('A');
    assert.deepEqual(await stateOf(result), ['fulfilled', ['T', 'A']]);
  });

  it("rejects instead of throwing when the argument isn't iterable", async () => {
    for (const wrong of [undefined, 7, {}]) {
      const [state, reason] = await stateOf(all(wrong));
      assert.deepEqual([state, reason?.name], ['rejected', 'TypeError']);
    }
  });

  it("doesn't change the list", async () => {
    const values = [Promise.resolve(1), 2];
    const before = [...values];
    await stateOf(all(values));
    assert.deepEqual(values, before);
  });
});
