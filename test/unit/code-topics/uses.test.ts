import assert from 'node:assert/strict';
import type { CodeLanguage } from '../../../src/code-topics/parse-code.ts';
import { readCode } from '../../../src/code-topics/read-code.ts';

/** What code uses, as `line: what is read → the API`; of the APIs that a question may be about. */
async function usesOf(code: string, language: CodeLanguage = 'javascript'): Promise<string[]> {
  const { uses } = await readCode(code, language, wanted);
  return uses.map(({ start, end, names, imported }) => {
    const line = code.slice(0, start).split('\n').length;
    return `${line}: ${code.slice(start, end)} → ${names[0] ?? ''}${imported ? ' (import)' : ''}`;
  });
}

const wanted = [
  ...['fs.readFileSync', 'fs.promises.readFile', 'fs.promises', 'fs.readFile', 'setTimeout'],
  ...['process.nextTick', 'Promise.all', 'readable.pipe', 'server.close', 'server.listen'],
  ...['jsonwebtoken.verify', 'jsonwebtoken', 'worker_threads.Worker', 'setImmediate'],
  ...['Buffer.allocUnsafe', 'Buffer', 'emitter.on', "process.on('SIGTERM')", 'express', 'app.get'],
  ...['stream.promises.pipeline', 'stream.pipeline', 'process.env', 'import.meta.url', 'req.ip'],
  ...["res.setHeader('content-security-policy')", 'node:test', 'timeout.unref', 'pool.connect'],
  ...['client.query', 'crypto.createHmac', 'promise.then', 'module.exports', 'events.once'],
  ...['writable.write', 'emitter.removeListener', 'timers.promises.setTimeout', 'ws'],
];

describe('Uses of APIs', () => {
  it('are found through every way to import a module', async () => {
    assert.deepEqual(await usesOf(`import fs from 'node:fs';\nfs.readFileSync('a');`), [
      '2: readFileSync → fs.readFileSync',
    ]);
    assert.deepEqual(await usesOf(`import * as files from 'fs';\nfiles.readFileSync('a');`), [
      '2: readFileSync → fs.readFileSync',
    ]);
    assert.deepEqual(
      await usesOf(
        `import { readFileSync as read, promises } from 'fs';\nread('a');\npromises.readFile;`,
      ),
      [
        '1: readFileSync → fs.readFileSync (import)',
        '1: read → fs.readFileSync (import)',
        '1: promises → fs.promises (import)',
        '2: read → fs.readFileSync',
        '3: promises → fs.promises',
        '3: readFile → fs.promises.readFile',
      ],
    );
    assert.deepEqual(
      await usesOf(`const { readFileSync: read } = require('node:fs');\nread('a');`),
      [
        '1: readFileSync → fs.readFileSync (import)',
        '1: read → fs.readFileSync (import)',
        '2: read → fs.readFileSync',
      ],
    );
    assert.deepEqual(await usesOf(`const { readFile } = require('fs/promises');\nreadFile('a');`), [
      '1: readFile → fs.promises.readFile (import)',
      `1: 'fs/promises' → fs.promises (import)`,
      '2: readFile → fs.promises.readFile',
    ]);
    assert.deepEqual(
      await usesOf(`const { promises: { readFile } } = require('fs');\nreadFile('a');`),
      [
        '1: promises → fs.promises (import)',
        '1: readFile → fs.promises.readFile (import)',
        '2: readFile → fs.promises.readFile',
      ],
    );
    assert.deepEqual(await usesOf(`require('fs').readFileSync('a');`), [
      '1: readFileSync → fs.readFileSync',
    ]);
    assert.deepEqual(await usesOf(`const fs = await import('node:fs');\nfs.readFileSync('a');`), [
      '2: readFileSync → fs.readFileSync',
    ]);
    assert.deepEqual(
      await usesOf(
        `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconst fs = require('fs');\nfs.readFileSync('a');`,
      ),
      ['2: url → import.meta.url', '4: readFileSync → fs.readFileSync'],
    );
    assert.deepEqual(
      await usesOf(`const fs = require('fs'), { readFileSync } = fs;\nreadFileSync();`),
      ['1: readFileSync → fs.readFileSync', '2: readFileSync → fs.readFileSync'],
    );
  });

  it('are found under the name of the module that has them', async () => {
    assert.deepEqual(
      await usesOf(`import { setTimeout as wait } from 'node:timers/promises';\nawait wait(5);`),
      [
        '1: setTimeout → timers.promises.setTimeout (import)',
        '1: wait → timers.promises.setTimeout (import)',
        '2: wait → timers.promises.setTimeout',
      ],
    );
    assert.deepEqual(await usesOf(`const p = require('process');\np.nextTick(f);`), [
      '2: nextTick → process.nextTick',
    ]);
    assert.deepEqual(await usesOf(`const { Buffer: B } = require('buffer');\nB.allocUnsafe(1);`), [
      '1: Buffer → Buffer (import)',
      '1: B → Buffer (import)',
      '2: B → Buffer',
      '2: allocUnsafe → Buffer.allocUnsafe',
    ]);
    assert.deepEqual(await usesOf(`import jwt from 'jsonwebtoken';\njwt.verify(token, key);`), [
      `1: jwt → jsonwebtoken (import)`,
      `1: 'jsonwebtoken' → jsonwebtoken (import)`,
      '2: jwt → jsonwebtoken',
      '2: verify → jsonwebtoken.verify',
    ]);
    assert.deepEqual(await usesOf(`import t from 'node:test';\nimport u from 'test';`), [
      '1: t → node:test (import)',
      `1: 'node:test' → node:test (import)`,
    ]);
  });

  it('are found of what an API returned', async () => {
    assert.deepEqual(
      await usesOf(`const http = require('http');
const server = http.createServer((q, r) => {
  q.pipe(r);
}).listen(80);
server.on('x', f).close();`),
      [
        '3: pipe → readable.pipe',
        '4: listen → server.listen',
        '5: on → emitter.on',
        '5: close → server.close',
      ],
    );
    assert.deepEqual(
      await usesOf(`import { createReadStream } from 'fs';
import { createGzip } from 'zlib';
createReadStream('a').pipe(createGzip()).pipe(out);
let later;
later = createReadStream('b');
later.pipe(out);
let either = createReadStream('c');
either = other;
either.pipe(out);`),
      ['3: pipe → readable.pipe', '3: pipe → readable.pipe', '6: pipe → readable.pipe'],
    );
    assert.deepEqual(
      await usesOf(`import EventEmitter from 'events';
class Bus extends EventEmitter {
  start() {
    this.on('a', () => this.removeListener('a', f));
  }
}
new Bus().on('a', f);
class Other { start() { this.on('a', f); } }`),
      ['4: on → emitter.on', '4: removeListener → emitter.removeListener', '7: on → emitter.on'],
    );
    assert.deepEqual(
      await usesOf(`const { Pool } = require('pg');
const pool = new Pool();
async function run() {
  const client = await pool.connect();
  await client.query('SELECT 1');
  setTimeout(run, 5).unref();
  fetch(url).then(run);
}`),
      [
        '4: connect → pool.connect',
        '5: query → client.query',
        '6: setTimeout → setTimeout',
        '6: unref → timeout.unref',
        '7: then → promise.then',
      ],
    );
  });

  it('are found of the parameters of handlers, and of what types say', async () => {
    assert.deepEqual(await usesOf(`module.exports = (req, res) => res.end(req.ip);`), [
      '1: exports → module.exports',
      '1: ip → req.ip',
    ]);
    assert.deepEqual(
      await usesOf(
        `import type { Server } from 'node:http';\nimport express, { type Request } from 'express';
export function stop(server: Server, one: Request, other: string) {
  server.close(); one.ip; other.close();
}`,
        'typescript',
      ),
      [
        '2: express → express (import)',
        `2: 'express' → express (import)`,
        '4: close → server.close',
        '4: ip → req.ip',
      ],
    );
  });

  it('are found with the text that they are called with', async () => {
    assert.deepEqual(await usesOf(`process.once('SIGTERM', stop);`), [
      `1: once → process.on('SIGTERM')`,
      `1: 'SIGTERM' → process.on('SIGTERM')`,
    ]);
    assert.deepEqual(await usesOf(`(req, res) => res.setHeader('Content-Security-Policy', x);`), [
      `1: setHeader → res.setHeader('content-security-policy')`,
      `1: 'Content-Security-Policy' → res.setHeader('content-security-policy')`,
    ]);
    assert.deepEqual(await usesOf(`process.on('SIGUSR2', f); process.env.PORT;`), [
      '1: on → emitter.on',
      '1: env → process.env',
    ]);
  });

  it('are globals that the code does not declare itself', async () => {
    assert.deepEqual(
      await usesOf(
        `setTimeout(f); globalThis.setImmediate(f); process['nextTick'](f); process?.nextTick(f);`,
      ),
      [
        '1: setTimeout → setTimeout',
        '1: setImmediate → setImmediate',
        `1: 'nextTick' → process.nextTick`,
        '1: nextTick → process.nextTick',
      ],
    );
    assert.deepEqual(
      await usesOf(`function a(setTimeout) { setTimeout(f); }
{ const setImmediate = f; setImmediate(); }
try {} catch (process) { process.nextTick(f); }
const Promise = require('bluebird');
Promise.all([]);
function b() { Buffer.allocUnsafe(1); class Buffer {} }
import { fs } from './fs.js';
fs.readFileSync('a');`),
      [],
    );
  });

  it('are no strings, comments, keys, labels and no names after a dot', async () => {
    assert.deepEqual(
      await usesOf(`// process.nextTick(f)
/* Promise.all() */ const s = "setTimeout(f)", t = \`process.nextTick(\${s})\`;
const o = { setTimeout: 1, setImmediate() {} };
o.setTimeout; o.process.nextTick();
setTimeout: for (;;) break setTimeout;
class A { setTimeout() {} static setImmediate = 1 }
export { s as setTimeout };`),
      [],
    );
  });

  it('are named by their most exact name, then by wider ones', async () => {
    const { uses } = await readCode(
      `import { pipeline } from 'node:stream/promises';\npipeline(a, b);`,
      'javascript',
      wanted,
    );
    assert.deepEqual(uses.at(-1)?.names, ['stream.promises.pipeline', 'stream.pipeline']);
  });

  it('are found in JSX and TypeScript, where they are', async () => {
    const jsx = `const Page = () => <p title="setTimeout" onClick={() => setTimeout(f)}>setImmediate</p>;`;
    assert.deepEqual(await usesOf(jsx), ['1: setTimeout → setTimeout']);
    assert.deepEqual(await usesOf(jsx, 'typescriptreact'), ['1: setTimeout → setTimeout']);
    assert.deepEqual(
      await usesOf(
        `enum Kind { setTimeout }
interface A { setTimeout: typeof setTimeout; process(fs: string): void }
declare const setImmediate: unknown;
@Injectable()
class B<T> { constructor(private readonly bus: T) {} run = <U,>(x: U): U => x; }
const size = (process.env.SIZE as string)!;
type C = typeof process.env;
(Promise as any).all([]);
abstract class D { abstract setTimeout(): void; }`,
        'typescript',
      ),
      ['6: env → process.env', '8: all → Promise.all'],
    );
  });

  it('of code that is too deeply nested are not told', async () => {
    const deep = `${'('.repeat(50_000)}setTimeout${')'.repeat(50_000)}`;
    assert.deepEqual(await usesOf(deep), []);
    assert.deepEqual(await usesOf(`setTimeout${'.then(f)'.repeat(30_000)}`), []);
  });
});
