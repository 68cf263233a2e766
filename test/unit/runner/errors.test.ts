import assert from 'node:assert/strict';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import { majors, shown, useRunWorld } from './run-world.ts';

describe('An error that ends a run', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  for (const major of majors) {
    it(`is one line before the exit code, without Node's own report, on Node ${major}`, async () => {
      const result = await world.run(
        `process.on('exit', () => console.log('exit handler'));\n  throw new TypeError('first\\nsecond')`,
        { major },
      );
      assert.deepEqual(shown(result), ['exit handler', 'uncaught:TypeError: first', 'exit:1']);
      assert.equal(result.error?.name, 'TypeError');
      assert.equal(result.error.message, 'first\nsecond');
      assert.deepEqual([result.error.line, result.error.column], [2, 9]);
      assert.equal(result.error.syntax, false);
      assert.match(result.error.stack, /at Object\.<anonymous> \(snippet\.cjs:2:9\)/);
    });

    it(`has its place when it is a syntax error, on Node ${major}`, async () => {
      for (const kind of ['cjs', 'mjs'] as const) {
        const result = await world.run(`console.log('a');\nlet x = ) 1;`, { major, kind });
        assert.deepEqual(shown(result), [`uncaught:SyntaxError: Unexpected token ')'`, 'exit:1']);
        assert.deepEqual(
          [result.error?.syntax, result.error?.line, result.error?.column],
          [true, 2, 9],
          kind,
        );
      }
    });

    it(`may be a rejection nobody handled, on Node ${major}`, async () => {
      const result = await world.run(`await 1;\nPromise.reject(new RangeError('r'))`, {
        kind: 'mjs',
        major,
      });
      assert.deepEqual(shown(result), ['uncaught:RangeError: r', 'exit:1']);
      assert.equal(result.error?.line, 2);
    });

    it(`may be a module that awaits for ever, on Node ${major}`, async () => {
      const result = await world.run(`console.log('a');\nawait new Promise(() => {})`, {
        kind: 'mjs',
        major,
      });
      assert.deepEqual(shown(result), ['a', 'exit:13']);
    });

    it(`may be a missing module, on Node ${major}`, async () => {
      const required = await world.run(`require('./nope')`, { major });
      assert.deepEqual(shown(required), [`uncaught:Error: Cannot find module './nope'`, 'exit:1']);
      assert.equal(required.error?.line, 1);
      const imported = await world.run(`import 'nope'`, { major, kind: 'mjs' });
      assert.deepEqual(shown(imported), [
        `uncaught:Error: Cannot find package 'nope' imported from snippet.mjs`,
        'exit:1',
      ]);
    });
  }

  const values: Readonly<Record<string, string>> = {
    [`'x'`]: `'x'`,
    undefined: 'undefined',
    null: 'null',
    '{ a: 1 }': '{ a: 1 }',
    '{ get a() { throw 1 } }': '{ a: [Getter] }',
    'new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 } })': '{}',
    'Object.assign(new Error(), { name: 5 })': 'Error',
    [`Object.defineProperty(new Error('m'), 'message', { get() { throw 1 } })`]: 'Error',
    [`Object.defineProperty(new Error('m'), 'stack', { get() { throw 1 } })`]: 'Error: m',
    [`Object.assign(new Error('m'), { name: 'Mine' })`]: 'Mine: m',
  };
  for (const [value, text] of Object.entries(values)) {
    it(`shows what was thrown: ${value}`, async () => {
      const result = await world.run(`throw ${value}`);
      assert.equal(shown(result)[0], `uncaught:${text}`);
      assert.equal(result.exitCode === 0, false);
    });
  }

  it('knows where something was thrown that is no error', async () => {
    const result = await world.run(`\n\n  throw 'x'`);
    assert.deepEqual([result.error?.line, result.error?.column], [3, 3]);
  });

  it('names the reason of a rejection that is no error, in the words of Node', async () => {
    const result = await world.run(`Promise.reject('why')`);
    assert.match(shown(result)[0] ?? '', /^uncaught:UnhandledPromiseRejection: .*"why"\.$/);
  });

  it('is cut when it is huge', async () => {
    const result = await world.run(`throw new Error('x'.repeat(5e6))`);
    assert.equal(shown(result).length, 2);
    assert.ok((result.error?.message.length ?? 0) < 20_000);
  });

  it('is none when a handler takes it', async () => {
    const result = await world.run(
      `process.on('uncaughtException', (e) => console.log('took', e.message)); setTimeout(() => process.exit(2), 5); throw new Error('x')`,
    );
    assert.deepEqual(shown(result), ['took x', 'exit:2']);
    assert.equal(result.error, undefined);
  });

  it('is the second one when the handler throws', async () => {
    const result = await world.run(
      `process.on('uncaughtException', () => { throw new Error('second') }); throw new Error('first')`,
    );
    assert.deepEqual(shown(result), ['uncaught:Error: second', 'exit:7']);
  });

  it('comes after what stderr showed before it, which stays', async () => {
    const result = await world.run(
      `console.error('a\\n/x.js:1\\nb'); process.stderr.write('c'); throw new Error('x')`,
    );
    assert.deepEqual(shown(result), [
      'stderr:a',
      'stderr:/x.js:1',
      'stderr:b',
      'stderr:c',
      'uncaught:Error: x',
      'exit:1',
    ]);
  });

  it('is a stack overflow like any other', async () => {
    const result = await world.run(`(function f() { console.log; f() })()`);
    assert.deepEqual(shown(result), [
      'uncaught:RangeError: Maximum call stack size exceeded',
      'exit:1',
    ]);
  });
});

describe('A run that can not start', function () {
  this.timeout(60_000);
  const world = useRunWorld();
  const start = (path: string, startLimitMs?: number) =>
    runSnippet(
      { code: '1', kind: 'cjs' },
      { ...world.runtime(), path },
      {
        childFolder: world.childFolder,
        ...(startLimitMs !== undefined && { startLimitMs }),
      },
    );

  it('says that Node is gone', async () => {
    await assert.rejects(start('/nowhere/node'), {
      name: 'CannotRunError',
      why: { reason: 'runtime', path: '/nowhere/node', problem: { kind: 'gone' } },
    });
  });

  it('says that the file may not be run', async () => {
    const file = join(world.temporary, 'no-node');
    await writeFile(file, '#!/bin/sh\nexit 1\n', { mode: 0o600 });
    await assert.rejects(start(file), {
      why: { reason: 'runtime', path: file, problem: { kind: 'notExecutable', code: 'EACCES' } },
    });
    await chmod(file, 0o700);
    await assert.rejects(start(file), {
      why: { reason: 'runtime', path: file, problem: { kind: 'early' } },
    });
    await rm(file);
  });

  it('says that Node does not start in time', async () => {
    const path = join(world.temporary, 'slow-node');
    await writeFile(path, '#!/bin/sh\nsleep 1000\n', { mode: 0o700 });
    await assert.rejects(start(path, 200), {
      why: { reason: 'runtime', path, problem: { kind: 'late' } },
    });
    await rm(path);
  });

  it('says what to do when the temporary folder can not be written', async () => {
    const { TMPDIR } = process.env;
    process.env.TMPDIR = '/nowhere/at/all';
    try {
      await assert.rejects(start(world.runtime().path), {
        name: 'CannotRunError',
        why: { reason: 'folder', folder: '/nowhere/at/all', code: 'ENOENT' },
      });
    } finally {
      process.env.TMPDIR = TMPDIR;
    }
  });
});
