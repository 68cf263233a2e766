import assert from 'node:assert/strict';
import { knex } from 'knex';

/** Counts what would be sent to a database. */
function countingDatabase(): { db: ReturnType<typeof knex>; sent: () => number } {
  let sent = 0;
  class Silent extends knex.Client {
    override acquireConnection = (): Promise<object> => Promise.resolve({});
    override releaseConnection = (): Promise<void> => Promise.resolve();
    processResponse = (): unknown[] => [];
    _query(_connection: object, query: object): Promise<object> {
      sent++;
      return Promise.resolve(query);
    }
  }
  return { db: knex({ client: Silent }), sent: () => sent };
}

/** The snippet `orm-and-migrations/lazy-query` imitates this. */
it('a query of Knex is sent when it is awaited, and again with each further await', async () => {
  const { db, sent } = countingDatabase();
  const query = db('log').insert({ id: 1 });
  await Promise.resolve();
  assert.equal(sent(), 0);
  await query;
  assert.equal(sent(), 1);
  await query;
  assert.equal(sent(), 2);
});
