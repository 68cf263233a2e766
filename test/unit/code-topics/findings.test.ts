import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCode } from '../../../src/code-topics/read-code.ts';
import type { CodeLanguage } from '../../../src/code-topics/parse-code.ts';
import { applyEdits } from '../../../src/program/text-edits.ts';

const root = join(import.meta.dirname, '../../..');

/** What is found, as `line: rule: what is marked`. */
async function found(code: string, language: CodeLanguage = 'javascript'): Promise<string[]> {
  const { findings } = await readCode(code, language, []);
  return findings.map(
    ({ rule, start, end }) =>
      `${code.slice(0, start).split('\n').length}: ${rule}: ${code.slice(start, end)}`,
  );
}

/** The code after the fix of its only finding; undefined when there is none. */
async function fixed(code: string, language: CodeLanguage = 'javascript') {
  const { findings } = await readCode(code, language, []);
  assert.equal(findings.length, 1, code);
  const edits = findings[0]?.edits;
  return edits && applyEdits(code, edits);
}

const real = (file: string): string => readFileSync(join(root, file), 'utf8');

const fs = `const fs = require('fs');\n`;

describe('A synchronous call in a handler of requests', () => {
  it('is found in every kind of handler', async () => {
    const handlers = [
      `require('http').createServer((a, b) => b.end(fs.readFileSync('x')));`,
      `const app = require('express')(); app.get('/', (a, b) => b.send(fs.readFileSync('x')));`,
      `module.exports = function (req, res) { res.end(fs.readFileSync('x')); };`,
      `const show = (a, b) => b.end(fs.readFileSync('x')); require('express').Router().post('/', show);`,
      `app.get('/', async (request, reply) => reply.send(fs.readFileSync('x')));`,
      `const Koa = require('koa'); new Koa().use(async (c) => { c.body = fs.readFileSync('x'); });`,
      `exports.a = (err, req, res, next) => [1].map(() => fs.readFileSync('x'));`,
    ];
    for (const handler of handlers) {
      assert.deepEqual(await found(fs + handler), ['2: syncInHandler: readFileSync'], handler);
    }
    const esm = `import { execSync } from 'node:child_process';\nexport default (req, res) => execSync('ls');`;
    assert.deepEqual(await found(esm), ['2: syncInHandler: execSync']);
  });

  it('is not found where it runs once, or is something else', async () => {
    const others = [
      `const page = fs.readFileSync('x'); module.exports = (req, res) => res.end(page);`,
      `let page; module.exports = (req, res) => { page ??= fs.readFileSync('x'); res.end(page); };`,
      `const cache = {}; module.exports = (req, res) => { cache.a = fs.readFileSync('x'); };`,
      `module.exports = (req, options) => fs.readFileSync(options.file);`,
      `module.exports = (req, res) => { const fs = req.fs; fs.readFileSync('x'); };`,
      `module.exports = (req, res) => { fs.readFile('x', (error, text) => res.end(text)); };`,
    ];
    for (const code of others) assert.deepEqual(await found(fs + code), [], code);
  });

  it('becomes its promise in an async function that has fs as a whole', async () => {
    const inside = (body: string) => `${fs}exports.a = async (req, res) => { ${body} };`;
    assert.equal(
      await fixed(inside(`res.end(fs.readFileSync('x', 'utf8'));`)),
      inside(`res.end(await fs.promises.readFile('x', 'utf8'));`),
    );
    assert.equal(
      await fixed(inside(`const a = fs.readFileSync('x').toString();`)),
      inside(`const a = (await fs.promises.readFile('x')).toString();`),
    );
    for (const body of [
      `fs.statSync('x', { throwIfNoEntry: false });`,
      `fs.existsSync('x');`,
      `[1].map(() => fs.readFileSync('x'));`,
      `fs.readFileSync('x').toString();`,
    ]) {
      assert.equal(await fixed(inside(body)), undefined, body);
    }
    assert.equal(await fixed(`${fs}exports.a = (req, res) => fs.readFileSync('x');`), undefined);
    const named = `import { readFileSync } from 'fs';\nexport async function a(req, res) { readFileSync('x'); }`;
    assert.equal(await fixed(named), undefined);
  });
});

describe('Calls that a loop awaits one after the other', () => {
  const around = (body: string) =>
    `async function a(ids) {\n  const all = [];\n  for (const id of ids) ${body}\n  return all;\n}`;

  it('are found where the loop only collects what they yield', async () => {
    const here = ['3: awaitInLoop: await'];
    assert.deepEqual(await found(around(`all.push(await load(id));`)), here);
    assert.deepEqual(await found(around(`{ all.push(await load(id, 1)); }`)), here);
    assert.deepEqual(
      await found(around(`{ const one = await load(id); all.push(one.name); }`)),
      here,
    );
    assert.deepEqual(await found(around(`all.push(await (id as Id).load());`), 'typescript'), here);
  });

  it('are not found where one may depend on the one before, or on nothing of the loop', async () => {
    const others = [
      `all.push(await load(id, all));`,
      `{ last = await load(id, last); all.push(last); }`,
      `{ if (await has(id)) all.push(id); }`,
      `{ all.push(await load(id)); if (all.length > 3) break; }`,
      `all.push(await page.next());`,
      `{ try { all.push(await load(id)); } catch {} }`,
      `{ await wait(id); all.push(await load(id)); }`,
      `await load(id);`,
      `{ all.push(await load(cursor, id)); cursor += 1; }`,
    ];
    for (const body of others) {
      assert.deepEqual(await found(`let last, cursor = 0;\n${around(body)}`), [], body);
    }
    const streamed = `async function a(s) { const all = []; for await (const x of s) all.push(await f(x)); }`;
    assert.deepEqual(await found(streamed), []);
  });
});

describe('forEach with an async function', () => {
  it('is found where nobody waits for it', async () => {
    assert.deepEqual(await found(`ids.forEach(async (id) => { await load(id); });`), [
      '1: forEachAsync: forEach(async',
    ]);
    const snippet = await found(real('questions/async/promises-vs-callbacks/for-each-await.cjs'));
    assert.deepEqual(
      snippet.map((one) => one.replace(/^\d+: /, '')),
      ['forEachAsync: forEach(async'],
    );
  });

  it('is not found of streams, where it is awaited, or where nothing is', async () => {
    for (const code of [
      `await rows.forEach(async (row) => { await save(row); });`,
      `const { Readable } = require('stream'); Readable.from([1]).forEach(async (n) => { await f(n); });`,
      `ids.forEach((id) => { load(id); });`,
      `ids.map(async (id) => { await load(id); });`,
      `ids.forEach(async (id) => { list.push(id); });`,
      `return ids.forEach(async (id) => { await load(id); });`,
    ]) {
      assert.deepEqual(await found(code), [], code);
    }
  });

  it('becomes a loop over an array in an async function', async () => {
    const inside = (body: string) => `async function a(o) {\n  ${body}\n}`;
    assert.equal(
      await fixed(inside(`Object.keys(o).forEach(async (key) => {\n    await load(key);\n  });`)),
      inside(`for (const key of Object.keys(o)) {\n    await load(key);\n  }`),
    );
    assert.equal(
      await fixed(
        inside(`const list = [1].map(f); list.forEach(async ({ id }) => { await load(id); },);`),
      ),
      inside(`const list = [1].map(f); for (const { id } of list) { await load(id); }`),
    );
    for (const code of [
      `o.forEach(async (key) => { await load(key); });`,
      `[1].forEach(async (key, at) => { await load(key, at); });`,
      `[1].forEach(async (key) => { if (!key) return; await load(key); });`,
      `[1].forEach(async function (key) { await this.load(key); });`,
      `[1].forEach(async (key) => await load(key));`,
    ]) {
      assert.equal(await fixed(inside(code)), undefined, code);
    }
    const plain = `function a() { [1].forEach(async (n) => { await load(n); }); }`;
    assert.equal(await fixed(plain), undefined);
  });
});

describe('A promise that is returned from try without await', () => {
  it('is found where catch or finally would wait for it, and is awaited by the fix', async () => {
    const code = (value: string) =>
      `async function a() { try { return ${value}; } catch { return 1; } }`;
    assert.equal(await fixed(code(`fetch('x')`)), code(`await fetch('x')`));
    assert.equal(await fixed(code(`Promise.all([b()])`)), code(`await Promise.all([b()])`));
    assert.equal(
      await fixed(`${fs}${code(`fs.promises.readFile('x')`)}`),
      `${fs}${code(`await fs.promises.readFile('x')`)}`,
    );
    assert.deepEqual(await found(`async function b() {}\n${code('b()')}`), ['2: returnAwait: b()']);
    const arrow = `const b = async () => 1;\nconst a = async () => { try { if (c) { return b(); } } finally { d(); } };`;
    assert.deepEqual(await found(arrow), ['2: returnAwait: b()']);
    const fastify = await found(real('node_modules/fastify/scripts/validate-ecosystem-links.js'));
    assert.deepEqual(
      fastify.map((one) => one.replace(/^\d+: /, '')),
      ['returnAwait: checkGitHubRepo(owner, repo, retries - 1)'],
    );
  });

  it('is not found where nothing would wait for it, or nobody knows that it is a promise', async () => {
    for (const code of [
      `async function a() { return fetch('x'); }`,
      `async function a() { try { b(); } catch { return fetch('x'); } }`,
      `async function a() { try { return await fetch('x'); } catch {} }`,
      `async function a() { try { return b(); } catch {} } function b() {}`,
      `function a() { try { return fetch('x'); } catch {} }`,
      `async function a() { try { return () => { return fetch('x'); }; } catch {} }`,
      `async function a(fetch) { try { return fetch('x'); } catch {} }`,
    ]) {
      assert.deepEqual(await found(code), [], code);
    }
  });
});

describe('A promise whose executor is async', () => {
  it('is found, and only of the real Promise', async () => {
    assert.deepEqual(await found(`new Promise(async (resolve) => resolve(await f()));`), [
      '1: asyncExecutor: new Promise(async',
    ]);
    const hono = await found(real('node_modules/hono/dist/helper/ssg/ssg.js'));
    assert.deepEqual(
      hono.map((one) => one.split(': ')[1]),
      ['asyncExecutor', 'asyncExecutor'],
    );
    for (const code of [
      `new Promise((resolve) => setTimeout(async () => resolve(), 1));`,
      `const Promise = require('bluebird'); new Promise(async () => {});`,
      `Promise.resolve(async () => {});`,
    ]) {
      assert.deepEqual(await found(code), [], code);
    }
  });
});

describe('A listener that each request adds', () => {
  const bus = `const { EventEmitter } = require('events');\nconst bus = new EventEmitter();\n`;

  it('is found on an emitter that outlives the request', async () => {
    assert.deepEqual(
      await found(`${bus}exports.a = (req, res) => { bus.on('x', (x) => res.write(x)); };`),
      ['3: listenerPerRequest: bus.on'],
    );
    assert.deepEqual(
      await found(`exports.a = (req, res) => { process.on('exit', () => res.end()); };`),
      ['1: listenerPerRequest: process.on'],
    );
    const redis = `const redis = require('redis').createClient();\n`;
    assert.deepEqual(
      await found(`${redis}require('express')().get('/', (a, b) => redis.on('message', b.send));`),
      ['2: listenerPerRequest: redis.on'],
    );
  });

  it('is not found on what ends with the request, where it is removed, or where it runs once', async () => {
    for (const code of [
      `exports.a = (req, res) => { req.on('data', f); res.on('close', g); };`,
      `exports.a = (req, res) => { const mine = new EventEmitter(); mine.on('x', f); };`,
      `exports.a = (req, res) => { bus.on('x', f); req.on('close', () => bus.off('x', f)); };`,
      `exports.a = (req, res) => { bus.once('x', f); };`,
      `exports.a = (req, res) => { unknown.on('x', f); };`,
      `bus.on('x', f); exports.a = (req, res) => { bus.emit('x'); };`,
    ]) {
      assert.deepEqual(await found(bus + code), [], code);
    }
  });
});
