import assert from 'node:assert/strict';
import { createRequire, isBuiltin } from 'node:module';
import type { Bank } from '../../../src/bank/model.ts';
import { kindNames } from '../../../src/code-topics/kinds.ts';
import { isGlobalName } from '../../../src/code-topics/names.ts';
import { indexQuestions } from '../../../src/code-topics/question-index.ts';
import { readCode } from '../../../src/code-topics/read-code.ts';
import { questionOfRule } from '../../../src/code-topics/findings/findings.ts';
import { realBank } from '../bank/real-bank.ts';

const require = createRequire(import.meta.url);

/** Questions about work, people and preparing: no code is about them. */
const withoutCode = new Set([
  ...['final-week', 'present-a-project', 'interview-formats', 'study-plan', 'what-interviews-test'],
]);

/** What the search is to find as well, and no code can be found to use. */
const wordsOnly = new Set([
  ...['captureRejections', 'MaxListenersExceededWarning', 'unhandledRejection'],
  ...['uncaughtException', 'readPreference', 'writeConcern', 'readConcern', 'replicaSet'],
  ...['createIndex', 'findMany', 'UV_THREADPOOL_SIZE', 'debounce', 'throttle', 'bind'],
  ...['prototype', 'typeof', 'instanceof', 'peerDependencies', 'devDependencies', 'workspaces'],
  ...['engines', 'DataLoader', 'code_verifier', 'code_challenge', 'getSetCookie'],
  ...['rejectUnauthorized', 'NODE_TLS_REJECT_UNAUTHORIZED', 'innerHTML'],
  ...['dangerouslySetInnerHTML', 'NODE_DEBUG', 'Dockerfile', 'EADDRINUSE', 'X-Forwarded-For'],
  ...['Injectable', 'Cache-Control', 'ETag', 'SIGTERM', 'SIGINT', 'EXPLAIN', 'highWaterMark'],
]);

/** Newer than the oldest Node.js that tests run on, there in some processes alone, or known by a shorter name. */
const elsewhere = new Set([
  ...['EventEmitter', 'node:sqlite'],
  ...['crypto.argon2', 'crypto.hash', 'node:sqlite.DatabaseSync', 'import.meta.main'],
  ...[
    'process.loadEnvFile',
    'process.report',
    'global.gc',
    'module.paths',
    'EventSource',
    'WebSocket',
  ],
  ...[
    'process.send',
    'cluster.fork',
    'node:test.mock.module',
    'worker_threads.parentPort',
    'navigator',
  ],
  ...['process.setSourceMapsEnabled', 'worker_threads.workerData'],
]);

/** What is wrong with a name, in words; undefined for one that code can be found to use. */
function trouble(name: string): string | undefined {
  if (wordsOnly.has(name) || elsewhere.has(name)) return undefined;
  const plain = name.replace(/\('[^']*'\)$/, '');
  const [root = '', ...members] = isBuiltin(plain) ? [plain] : plain.split('.');
  if (root === 'process' && members[0] === 'env') return undefined;
  if (root === 'import' && members[0] === 'meta') return undefined;
  if (root === 'require' || root === 'module' || root === 'exports' || root.startsWith('__'))
    return undefined;
  if (root === 'jest' || root === 'vi') return undefined;
  if (kindNames.has(root) && members.length > 0 && !isBuiltinMember(root, members))
    return undefined;
  if (isBuiltin(root))
    return isBuiltinMember(root, members) ? undefined : 'no such member of the module';
  if (isGlobalName(root)) {
    return exists(globalThis, [root, ...members]) ? undefined : 'no such member of the global';
  }
  // A package: its names are lower case, and what it exports is not checked.
  return /^(?:@[\w-]+\/)?[a-z][\w./-]*$|^--|^npm ci$|^node --test$|^trust proxy$/.test(name) ||
    /^(?:@[\w-]+\/)?[a-z][a-z0-9./-]*\.[$\w]+(?:\.[$\w]+)?$/.test(plain)
    ? undefined
    : 'neither an API nor a package';
}

const isBuiltinMember = (module: string, members: readonly string[]): boolean =>
  isBuiltin(module) &&
  exists(require(module.startsWith('node:') ? module : `node:${module}`), members);

function exists(value: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  return first in value && exists((value as Record<string, unknown>)[first], rest);
}

describe('The identifiers of the questions', function () {
  this.timeout(60_000);
  let bank: Bank;

  before(async () => {
    bank = (await realBank()).bank;
  });

  it('are there for every question that code can be about', () => {
    const missing = bank.questions.filter(({ relevantTo }) => relevantTo.length === 0);
    assert.deepEqual(missing.map(({ id }) => id).sort(), [...withoutCode].sort());
  });

  it('are names that code can be found to use, or words for the search alone', () => {
    const wrong = bank.questions.flatMap(({ id, relevantTo }) =>
      relevantTo.flatMap((name) => {
        const why = trouble(name);
        return why === undefined ? [] : [`${id}: ${name}: ${why}`];
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it('are each named once in a question', () => {
    const twice = bank.questions.flatMap(({ id, relevantTo }) =>
      relevantTo
        .filter((name, at) => relevantTo.indexOf(name) !== at)
        .map((name) => `${id}: ${name}`),
    );
    assert.deepEqual(twice, []);
  });

  it('lead from an API to the question that it is most about', () => {
    const index = indexQuestions(bank.questions);
    const found = Object.fromEntries(
      Object.keys(expected).map((name) => [name, index.find([name])[0]]),
    );
    assert.deepEqual(found, expected);
  });

  it('lead from the code of nearly every question back to it', async () => {
    const index = indexQuestions(bank.questions);
    const lost: string[] = [];
    for (const { id, snippets, example } of bank.questions) {
      if (withoutCode.has(id)) continue;
      const codes = [
        ...bank.snippets.filter((one) => snippets.includes(one.id)).map(({ code }) => code),
        ...[...(example ?? '').matchAll(/```(?:cjs|mjs) run[^\n]*\n([^]*?)```/g)].map(
          ([, code]) => code ?? '',
        ),
      ];
      if (codes.length === 0) continue;
      let isFound = false;
      for (const code of codes) {
        const { uses } = await readCode(code, 'javascript', index.names);
        isFound ||= uses.some(({ names }) => index.find(names).includes(id));
      }
      if (!isFound) lost.push(id);
    }
    assert.deepEqual(lost.sort(), [...modelled].sort());
  });

  it('name a question for each rule, which is about what the rule finds', () => {
    const texts = new Map(
      bank.questions.map((question) => [
        question.id,
        [
          question.answer,
          question.commonMistake,
          question.inProduction,
          ...question.keyPoints.map(({ text }) => text),
          ...question.followUps.map((one) => one.answer),
        ].join('\n'),
      ]),
    );
    const about: Record<keyof typeof questionOfRule, RegExp> = {
      syncInHandler: /readFileSync/,
      awaitInLoop: /one after (?:the )?(?:an)?other|loop/,
      forEachAsync: /forEach/,
      returnAwait: /return await/,
      asyncExecutor: /new Promise\(async/,
      listenerPerRequest: /per request|each request|every request/,
    };
    for (const [rule, id] of Object.entries(questionOfRule)) {
      assert.match(texts.get(id) ?? '', about[rule as keyof typeof about], `${rule}: ${id}`);
    }
  });
});

/** Their programs need no package: a snippet shows a cache or a queue by a model of it. */
const modelled: readonly string[] = [
  ...['authorization', 'caching', 'ci-cd-releases', 'consistency-replicas', 'database-connections'],
  ...['file-upload-service', 'graphql-vs-rest', 'microservices-when', 'oauth-oidc'],
  ...['orm-and-migrations', 'package-json', 'queues-and-jobs', 'rate-limiting', 'scale-a-service'],
  ...['sql-or-mongodb', 'structure-and-di', 'typescript-and-nestjs', 'which-framework'],
  'xss-csp-headers',
];

const expected: Readonly<Record<string, string>> = {
  'fs.readFileSync': 'readfilesync-in-handlers',
  'process.nextTick': 'scheduling-apis',
  'Promise.all': 'promise-combinators',
  'Promise.race': 'promise-combinators',
  'readable.pipe': 'backpressure',
  'stream.pipeline': 'backpressure',
  'jsonwebtoken.verify': 'jwt-auth',
  'worker_threads.Worker': 'single-threaded',
  setImmediate: 'event-loop-phases',
  setTimeout: 'scheduling-apis',
  queueMicrotask: 'promises-and-the-loop',
  'Buffer.allocUnsafe': 'buffers',
  'server.close': 'graceful-shutdown',
  "process.on('SIGTERM')": 'graceful-shutdown',
  "process.on('unhandledRejection')": 'unhandled-rejections',
  'emitter.on': 'event-emitter',
  'child_process.spawn': 'child-processes',
  'cluster.fork': 'cluster-vs-workers',
  fetch: 'outbound-http',
  'app.use': 'express-middleware',
  'import.meta.url': 'cjs-vs-esm',
  'module.exports': 'module-wrapper',
  'crypto.createHash': 'crypto-basics',
  'pg.Pool': 'database-connections',
  'client.query': 'transactions',
  'process.env': 'configuration',
  'console.trace': 'debugging',
  'async_hooks.AsyncLocalStorage': 'monitoring',
  'node:test': 'test-runner',
  'JSON.parse': 'blocking-the-loop',
  'fs.createReadStream': 'stream-types',
  'path.join': 'files-and-paths',
};
