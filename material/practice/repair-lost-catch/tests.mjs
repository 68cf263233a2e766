import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { priceOf } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('repair-lost-catch', () => {
  function setUp() {
    const log = [];
    const pool = {
      take: async () => ({ name: 'connection' }),
      giveBack: ({ name }) => log.push(`${name} is back`),
    };
    return { log, pool };
  }

  it('returns the price, and gives the connection back after the query', async () => {
    const { log, pool } = setUp();
    const query = async (connection, id) => {
      await turn();
      log.push(`${connection.name} asks for ${id}`);
      return 12;
    };
    assert.equal(await priceOf('pen', pool, query, new Map()), 12);
    assert.deepEqual(log, ['connection asks for pen', 'connection is back']);
  });

  it('falls back to the last known price', async () => {
    const { log, pool } = setUp();
    const query = async () => {
      await turn();
      throw new Error('timeout');
    };
    assert.equal(await priceOf('pen', pool, query, new Map([['pen', 11]])), 11);
    assert.deepEqual(log, ['connection is back']);
  });

  it('gives nothing back when it got no connection', async () => {
    const { log, pool } = setUp();
    const take = async () => Promise.reject(new Error('no connection'));
    const known = new Map([['pen', 11]]);
    await assert.rejects(priceOf('pen', { ...pool, take }, async () => 12, known), /no connection/);
    assert.deepEqual(log, []);
  });
});
