import assert from 'node:assert/strict';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Permission } from '../../../src/bank/model.ts';
import { permissionFlags } from '../../../src/runner/permission-flags.ts';
import { majors, shown, useRunWorld } from './run-world.ts';

const tried = (action: string) =>
  `try { ${action}; console.log('done') } catch (error) { console.log(error.code) }`;

/** What each permission is for, in a form that prints `done` or the code of the error. */
const needs: Readonly<Record<Exclude<Permission, 'net'>, string>> = {
  // Read whole, Node's own file alone would fill half of the memory that a run and its children have.
  'fs-read': tried(`require('node:fs').openSync(process.execPath)`),
  'fs-write': tried(
    `require('node:fs').writeFileSync(require('node:os').tmpdir() + '/a', 'a'); require('node:fs').writeFileSync('b', 'b')`,
  ),
  child: tried(`require('node:child_process').execFileSync(process.execPath, ['-p', '1'])`),
  worker: tried(`new (require('node:worker_threads').Worker)('1', { eval: true })`),
};

const listens = `require('node:net').createServer().on('error', (error) => console.log(error.code))
  .listen(0, '127.0.0.1', function () { console.log('done'); this.close() })`;

const declared = Object.keys(needs) as (keyof typeof needs)[];

describe('What a snippet may do', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  for (const major of majors) {
    const version = `${major}.20.0`;
    const run = (code: string, permissions: readonly Permission[] | undefined) =>
      world.run(code, { major, version, ...(permissions && { permissions }) });

    it(`is nothing but computing and its own folder when it declares nothing, on Node ${major}`, async () => {
      const own = tried(`require('node:fs').readFileSync(__filename)`);
      const missing = tried(`require('not-there')`);
      const result = await run(
        [own, missing, ...declared.map((name) => needs[name])].join('\n'),
        [],
      );
      const denied = declared.map(() => 'ERR_ACCESS_DENIED');
      assert.deepEqual(shown(result), ['done', 'MODULE_NOT_FOUND', ...denied]);
    });

    it(`is what it declares, without a word about it, on Node ${major}`, async () => {
      const all = declared.map((name) => needs[name]).join('\n');
      const result = await run(`${all}\n${listens}`, [...declared, 'net']);
      assert.deepEqual(
        shown(result),
        [...declared, 'net'].map(() => 'done'),
      );
    });

    it(`is everything when nobody forbids anything, on Node ${major}`, async () => {
      const result = await run(declared.map((name) => needs[name]).join('\n'), undefined);
      assert.deepEqual(
        shown(result),
        declared.map(() => 'done'),
      );
    });
  }

  it('is not to write anywhere else, even if it declares that it writes', async () => {
    const code = tried(`require('node:fs').writeFileSync(__dirname + '/../a', 'a')`);
    const result = await world.run(code, { version: '24.20.0', permissions: ['fs-write'] });
    assert.deepEqual(shown(result), ['ERR_ACCESS_DENIED']);
  });

  it('is not the network, where Node can tell', async () => {
    const result = await world.run(listens, { major: '26', version: '26.0.0', permissions: [] });
    assert.match(shown(result)[0] ?? '', /--allow-net/);
  });

  it('needs what is imported to be looked for like without flags', async () => {
    const code = `try { await import('not-there') } catch (error) { console.log(error.code) }`;
    for (const major of majors) {
      const options = { kind: 'mjs', major, version: `${major}.20.0`, permissions: [] } as const;
      assert.deepEqual(shown(await world.run(code, options)), ['ERR_MODULE_NOT_FOUND']);
    }
  });

  it('is warned about like without flags: the program hears of its own warnings alone', async () => {
    const code = `
      process.on('warning', ({ message }) => console.log(message));
      process.emitWarning('a', 'ExperimentalWarning');
      process.emitWarning('b', 'SecurityWarning')`;
    for (const major of majors) {
      const permissions = ['net', 'child', 'fs-read', 'fs-write'] as const;
      const options = { major, version: `${major}.20.0`, permissions };
      const lines = (await world.run(code, options)).lines.map(({ text }) => text);
      assert.deepEqual(lines, [
        '(node:pid) ExperimentalWarning: a',
        '(Use `node --trace-warnings ...` to show where the warning was created)',
        'a',
        '(node:pid) SecurityWarning: b',
        'b',
      ]);
    }
  });

  it('leaves no word about it in a worker thread and in a recording', async () => {
    const code = `
      const { Worker, isMainThread } = require('node:worker_threads');
      if (isMainThread) new Worker(__filename);
      else setTimeout(() => console.log('a'), 20);`;
    for (const major of majors) {
      const permissions = ['worker', 'child', 'net'] as const;
      const result = await world.run(code, { major, version: `${major}.20.0`, permissions });
      assert.deepEqual(shown(result), ['a']);
      assert.deepEqual(
        result.trace?.tasks.filter(({ api }) => api === 'node'),
        [],
      );
    }
  });

  it('is its own folder, whatever the path of that holds', async () => {
    const { TMPDIR } = process.env;
    for (const name of ['a*b', 'a,b', 'a\nb', 'a b']) {
      process.env.TMPDIR = join(world.temporary, name);
      await mkdir(process.env.TMPDIR);
      try {
        for (const major of majors) {
          const code = tried(`require('node:fs').writeFileSync('a', 'a')`);
          const version = `${major}.20.0`;
          const result = await world.run(code, { major, version, permissions: ['fs-write'] });
          assert.deepEqual(shown(result), ['done'], `${name}, Node ${major}`);
        }
      } finally {
        await rmdir(process.env.TMPDIR);
        process.env.TMPDIR = TMPDIR;
      }
    }
  });

  it('is not told to a runtime that does not know how', () => {
    const permitted = { folder: '/tmp/a', writable: [], preload: '/b' };
    const flags = (version: string, electron = false) =>
      permissionFlags({ version, electron }, [], permitted);
    assert.deepEqual(flags('20.10.0'), []);
    assert.deepEqual(flags('24.1.0', true), []);
    assert.ok(flags('20.11.0').includes('--experimental-permission'));
    assert.ok(flags('22.12.0').includes('--experimental-permission'));
    for (const version of ['22.13.0', '23.5.0', '24.0.0', '26.0.0']) {
      assert.ok(flags(version).includes('--permission'), version);
    }
  });
});
