import assert from 'node:assert/strict';
import type { Bank } from '../../../src/bank/model.ts';
import type { Search } from '../../../src/bank/search.ts';
import { createSearch } from '../../../src/bank/search.ts';
import { questionDocument, snippetDocument } from '../../../src/bank/search-document.ts';
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
  'back pressure': 'backpressure',
  'back-pressure': 'backpressure',
  'event loop': 'event-loop-phases',
  'what is the event loop': 'event-loop-phases',
  eventloop: 'event-loop-phases',
  'event-loop': 'event-loop-phases',
  'set immediate': 'predict-timeout-immediate',
  'next tick': 'scheduling-apis',
  nodemodules: 'module-wrapper',
  'node modules': 'module-wrapper',
  threadpool: 'libuv-thread-pool',
  'web sockets': 'websockets-and-sse',
  'web hook': 'webhook-delivery',
  'call backs': 'promises-vs-callbacks',
  'dead lock': 'transactions',
  'micro services': 'microservices-when',
  'read file sync': 'readfilesync-in-handlers',
  workerthreads: 'cluster-vs-workers',
  memoryleak: 'memory-leaks',
  ratelimit: 'rate-limiting',
  sqlinjection: 'api-security',
  eventemitter: 'event-emitter',
  'middle ware': 'express-middleware',
  'o auth': 'oauth-oidc',
};

describe('What people look for', function () {
  this.timeout(60_000);

  let bank: Bank;
  let search: Search;

  before(async () => {
    ({ bank } = await realBank());
    const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
    search = createSearch();
    search.add([
      ...bank.questions.map((question) => questionDocument(question, (id) => snippets.get(id), '')),
      ...bank.snippets.map(snippetDocument),
    ]);
  });

  const placeOf = (id: string, query: string): number =>
    search.find(query).findIndex((hit) => hit.id === `question:${id}`);

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

  it('is a snippet for its whole id, and among the first three for its title', () => {
    const hidden = bank.snippets.filter(({ id, title }) => {
      const at = (query: string) =>
        search.find(query).findIndex((hit) => hit.id === `snippet:${id}`);
      // A twin has the same title.
      const place = at(title);
      return at(id) !== 0 || place < 0 || place > 2;
    });
    assert.deepEqual(
      hidden.map(({ id }) => id),
      [],
    );
  });

  for (const [query, id] of Object.entries(queries)) {
    it(`is first for "${query}"`, () => {
      assert.equal(search.find(query)[0]?.id, `question:${id}`);
    });
  }
});
