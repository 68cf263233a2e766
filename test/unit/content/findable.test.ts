import assert from 'node:assert/strict';
import type { Bank } from '../../../src/bank/model.ts';
import type { Search } from '../../../src/bank/search.ts';
import { createSearch } from '../../../src/bank/search.ts';
import { searchDocument } from '../../../src/bank/search-document.ts';
import { realBank } from '../bank/real-bank.ts';

// cspell:ignore backpresure
/** What people type, and the question they mean. */
const queries: Readonly<Record<string, string>> = {
  'memory leak': 'memory-leaks',
  monitor: 'monitoring',
  cache: 'caching',
  'commonjs or esm': 'cjs-vs-esm',
  'require vs import': 'cjs-vs-esm',
  'worker threads': 'cluster-vs-workers',
  'graceful shutdown': 'graceful-shutdown',
  sigterm: 'graceful-shutdown',
  k8s: 'graceful-shutdown',
  'connection pool': 'database-connections',
  deadlock: 'transactions',
  'thread pool': 'libuv-thread-pool',
  'settimeout vs setimmediate': 'predict-timeout-immediate',
  nexttick: 'scheduling-apis',
  'promise.all': 'promise-combinators',
  callbacks: 'promises-vs-callbacks',
  'unhandled rejection': 'unhandled-rejections',
  'event emitter': 'event-emitter',
  'middleware order': 'express-middleware',
  'error handling in express': 'express-async-errors',
  backpresure: 'backpressure',
  stream: 'stream-types',
  'sql injection': 'api-security',
  cors: 'api-security',
  'refresh token': 'jwt-auth',
  xss: 'xss-csp-headers',
  idempotency: 'rest-design',
  graphql: 'graphql-vs-rest',
  'webhook retries': 'webhook-delivery',
  'upload large files': 'file-upload-service',
  'integration tests': 'testing-strategy',
  microservice: 'microservices-when',
  nestjs: 'typescript-and-nestjs',
  npx: 'npm-vs-npx',
  'heap snapshot': 'memory-leaks',
  redis: 'caching',
  pkce: 'oauth-oidc',
  websocket: 'websockets-and-sse',
  'rate limit': 'rate-limiting',
  mock: 'test-doubles',
  bullmq: 'queues-and-jobs',
  'message queue': 'queues-and-jobs',
  'dependency injection': 'structure-and-di',
  'project structure': 'structure-and-di',
};

describe('What people look for', function () {
  this.timeout(60_000);

  let bank: Bank;
  let search: Search;

  before(async () => {
    ({ bank } = await realBank());
    const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
    search = createSearch();
    search.add(
      bank.questions.map((question) => searchDocument(question, (id) => snippets.get(id), '')),
    );
  });

  const placeOf = (id: string, query: string): number =>
    search.find(query).findIndex(({ questionId }) => questionId === id);

  it('is found among the first two by the words of its id', () => {
    const hidden = bank.questions.filter(({ id }) => {
      const place = placeOf(id, id.replaceAll('-', ' '));
      return place < 0 || place > 1;
    });
    assert.deepEqual(
      hidden.map(({ id }) => id),
      [],
    );
  });

  for (const [query, id] of Object.entries(queries)) {
    it(`is first for "${query}"`, () => {
      assert.equal(search.find(query)[0]?.questionId, id);
    });
  }
});
