import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { promisify } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('promisify', () => {
  /** The state of a promise right now; this never waits for it. */
  async function stateOf(promise) {
    const told = promise.then(
      (value) => ['fulfilled', value],
      (reason) => ['rejected', reason],
    );
    await turn();
    return Promise.race([told, turn(['pending'])]);
  }
  const soon = (...result) => (...args) => setImmediate(args.at(-1), ...result);

  it('resolves with the second argument of the callback', async () => {
    assert.deepEqual(await stateOf(promisify(soon(null, 'text'))()), ['fulfilled', 'text']);
  });

  it('accepts falsy results, and no result at all', async () => {
    for (const value of [0, '', false, null, undefined]) {
      assert.deepEqual(await stateOf(promisify(soon(null, value))()), ['fulfilled', value]);
    }
    assert.deepEqual(await stateOf(promisify(soon())()), ['fulfilled', undefined]);
  });

  it('resolves with one value when there are several', async () => {
    assert.deepEqual(await stateOf(promisify(soon(null, 'a', 'b'))()), ['fulfilled', 'a']);
  });

  it('rejects with the error, whatever type it has', async () => {
    for (const error of [new Error('disk full'), 'disk full', { code: 'ENOSPC' }]) {
      const [state, reason] = await stateOf(promisify(soon(error, 'partial'))());
      assert.equal(state, 'rejected');
      assert.equal(reason, error);
    }
  });

  it('works when the callback is called before the function returns', async () => {
    const add = promisify((a, b, callback) => callback(null, a + b));
    assert.deepEqual(await stateOf(add(1, 2)), ['fulfilled', 3]);
  });

  it('passes on exactly the arguments of the call, then the callback', async () => {
    const calls = [];
    const read = promisify((...args) => {
      calls.push(args.slice(0, -1));
      args.at(-1)(null);
    });
    await stateOf(read());
    await stateOf(read('a.txt', { encoding: 'utf8' }, undefined));
    assert.deepEqual(calls, [[], ['a.txt', { encoding: 'utf8' }, undefined]]);

    const optional = promisify(function (path, options, callback) {
      (callback ?? options)(null, arguments.length);
    });
    assert.deepEqual(await stateOf(optional('a.txt')), ['fulfilled', 2]);
  });

  it('keeps this', async () => {
    const store = {
      size: 3,
      count(callback) {
        callback(null, this?.size);
      },
    };
    store.countLater = promisify(store.count);
    assert.deepEqual(await stateOf(store.countLater()), ['fulfilled', 3]);
  });

  it('calls the function each time, and returns a new promise each time', async () => {
    let calls = 0;
    const next = promisify((callback) => callback(null, ++calls));
    assert.equal(calls, 0);
    const first = next();
    const second = next();
    assert.deepEqual([await stateOf(first), await stateOf(second)], [['fulfilled', 1], ['fulfilled', 2]]);
  });

  it('rejects when the function throws', async () => {
    const parse = promisify((text, callback) => callback(null, JSON.parse(text)));
    const [state, reason] = await stateOf(parse('{'));
    assert.deepEqual([state, reason?.name], ['rejected', 'SyntaxError']);
  });

  it('ignores all but the first call of the callback', async () => {
    const twice = (callback) => {
      callback(null, 'first');
      callback(new Error('second'));
    };
    assert.deepEqual(await stateOf(promisify(twice)()), ['fulfilled', 'first']);
  });

  it('refuses anything but a function', () => {
    for (const wrong of [undefined, null, 'fs.readFile', {}]) {
      assert.throws(() => promisify(wrong), TypeError);
    }
  });
});
