import assert from 'node:assert/strict';
import { loadOnce } from '../../../src/collections/load-once.ts';

describe('What is loaded once', () => {
  it('is loaded when it is first asked for, and the same for everybody', async () => {
    let times = 0;
    const once = loadOnce(() => Promise.resolve({ number: ++times }));
    const used: number[] = [];
    once.ifBegun(({ number }) => used.push(number));
    assert.deepEqual([once.isBegun, times], [false, 0]);
    const [one, other] = await Promise.all([once.load(), once.load()]);
    once.ifBegun(({ number }) => used.push(number));
    assert.equal(await once.load(), one);
    assert.equal(one, other);
    assert.deepEqual([once.isBegun, times, used], [true, 1, [1]]);
    once.forget();
    assert.equal((await once.load()).number, 2);
  });

  it('is tried again after a failure, of which only those who asked are told', async () => {
    let isBroken = true;
    const once = loadOnce(() =>
      isBroken ? Promise.reject(new Error('gone')) : Promise.resolve(1),
    );
    const failing = once.load();
    // A rejection that nobody takes would end the test.
    once.ifBegun(() => assert.fail('it is not there'));
    await assert.rejects(failing, /gone/);
    assert.equal(once.isBegun, false);
    isBroken = false;
    assert.equal(await once.load(), 1);
  });
});
