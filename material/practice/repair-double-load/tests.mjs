import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { cached } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('repair-double-load', () => {
  function manual() {
    const calls = [];
    const load = (key) => new Promise((resolve, reject) => calls.push({ key, resolve, reject }));
    return { calls, load };
  }

  it('loads once for everyone who asks at the same time, and later', async () => {
    let count = 0;
    const get = cached(async (key) => {
      count += 1;
      await turn();
      return key.toUpperCase();
    });
    assert.deepEqual(await Promise.all([get('a'), get('a'), get('a')]), ['A', 'A', 'A']);
    assert.equal(await get('a'), 'A');
    assert.equal(count, 1);
    assert.equal(await get('b'), 'B');
  });

  it('loads once whatever the value is', async () => {
    for (const value of [undefined, null, 0, '']) {
      let count = 0;
      const get = cached(async () => {
        count += 1;
        return value;
      });
      assert.equal(await get('a'), value);
      assert.equal(await get('a'), value);
      assert.equal(count, 1, `${count} loads of ${value}`);
    }
  });

  it('reports a failure to everyone, and then tries again', async () => {
    let count = 0;
    const get = cached(async () => {
      count += 1;
      await turn();
      if (count === 1) throw new Error('down');
      return 'up';
    });
    const both = await Promise.allSettled([get('a'), get('a')]);
    assert.deepEqual(both.map(({ status }) => status), ['rejected', 'rejected']);
    await turn();
    assert.equal(await get('a'), 'up');
  });

  it('never lets an older load win over a newer one', async () => {
    for (const end of ['resolve', 'reject']) {
      const { calls, load } = manual();
      const get = cached(load);
      const older = Promise.allSettled([get('a')]);
      await turn();
      get.forget('a');
      const newer = get('a');
      await turn();
      assert.equal(calls.length, 2);
      calls[1].resolve('new');
      await newer;
      calls[0][end]('old');
      await older;
      await turn();
      const third = Promise.race([get('a'), turn().then(() => 'loads again')]);
      assert.equal(await third, 'new');
    }
  });
});
