import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { retry } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('retry', () => {
  /** Waits take no time here, and are recorded. */
  function recorded() {
    const waits = [];
    return { waits, wait: async (milliseconds) => void waits.push(milliseconds) };
  }
  const failsUntil = (good) => async (attempt) => {
    if (attempt < good) throw new Error(`attempt ${attempt}`);
    return `done at ${attempt}`;
  };

  it('does not wait when the first attempt succeeds', async () => {
    const { waits, wait } = recorded();
    assert.equal(await retry(failsUntil(1), { times: 3, first: 100, wait }), 'done at 1');
    assert.deepEqual(waits, []);
  });

  it('waits twice as long each time', async () => {
    const { waits, wait } = recorded();
    assert.equal(await retry(failsUntil(4), { times: 5, first: 100, wait }), 'done at 4');
    assert.deepEqual(waits, [100, 200, 400]);
  });

  it('begins the next attempt when the wait is over', async () => {
    const log = [];
    const work = async (attempt) => {
      log.push(`attempt ${attempt}`);
      if (attempt === 1) throw new Error('first');
    };
    const wait = async () => {
      await turn();
      log.push('waited');
    };
    await retry(work, { times: 2, first: 1, wait });
    assert.deepEqual(log, ['attempt 1', 'waited', 'attempt 2']);
  });

  it('passes on any result, and any error, unchanged', async () => {
    const { wait } = recorded();
    assert.equal(await retry(async () => 0, { times: 2, first: 1, wait }), 0);
    const failure = new TypeError('broken');
    const work = async () => Promise.reject(failure);
    await assert.rejects(retry(work, { times: 2, first: 1, wait }), (error) => error === failure);
  });

  it('gives up with the last error, without a last wait', async () => {
    const { waits, wait } = recorded();
    await assert.rejects(retry(failsUntil(9), { times: 3, first: 100, wait }), /attempt 3/);
    assert.deepEqual(waits, [100, 200]);
  });

  it('gives up even if the rejection has no reason', async () => {
    const { waits, wait } = recorded();
    const work = () => Promise.reject(undefined);
    const told = retry(work, { times: 2, first: 100, wait }).then(
      () => 'resolved',
      (error) => ['rejected', error],
    );
    assert.deepEqual(await told, ['rejected', undefined]);
    assert.deepEqual(waits, [100]);
  });

  it('gives up immediately when it is not worth it', async () => {
    const { waits, wait } = recorded();
    const worthIt = () => false;
    await assert.rejects(retry(failsUntil(9), { times: 3, first: 1, wait, worthIt }), /attempt 1/);
    assert.deepEqual(waits, []);
  });

  it('asks for each error whether it is worth it', async () => {
    const { waits, wait } = recorded();
    const worthIt = ({ message }) => message !== 'attempt 2';
    await assert.rejects(retry(failsUntil(9), { times: 5, first: 100, wait, worthIt }), /attempt 2/);
    assert.deepEqual(waits, [100]);
  });

  it('handles work that throws', async () => {
    const { wait } = recorded();
    const work = (attempt) => {
      if (attempt === 1) throw new Error('at once');
      return 'second';
    };
    assert.equal(await retry(work, { times: 2, first: 1, wait }), 'second');
  });
});
