import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RunRequest } from '../../../src/runner/model.ts';
import { runSnippet } from '../../../src/runner/run-snippet.ts';
import { createWarmPool } from '../../../src/runner/warm-pool.ts';
import type { PoolOptions, WarmPool } from '../../../src/runner/warm-pool.ts';
import type { Major } from '../../../scripts/nodes.mts';
import { gone } from './gone.ts';
import { shown, useRunWorld } from './run-world.ts';

const whoAmI = `console.log(process.pid)`;

describe('A child that waits', function () {
  this.timeout(60_000);
  let pool: WarmPool;
  // Before the world looks whether anything is left.
  afterEach(() => pool.dispose());
  const world = useRunWorld();

  const usePool = (options: Partial<PoolOptions> = {}) => {
    pool = createWarmPool({ childFolder: world.childFolder, pauseMs: 0, ...options });
  };
  beforeEach(() => usePool());

  type Options = Omit<Partial<RunRequest>, 'code'> & { readonly major?: Major };
  const run = (code: string, { major, ...options }: Options = {}) =>
    runSnippet({ kind: 'cjs', ...options, code }, world.runtime(major), {
      childFolder: world.childFolder,
      pool,
    });

  it('is there after the first run, and runs the second one', async () => {
    const [first] = shown(await run(whoAmI));
    const pid = await pool.whenWaiting();
    assert.notEqual(first, String(pid));
    assert.deepEqual(shown(await run(whoAmI)), [String(pid)]);
  });

  it('runs a module as well as a script', async () => {
    await run(whoAmI);
    for (const kind of ['mjs', 'cjs', 'mjs'] as const) {
      const pid = await pool.whenWaiting();
      assert.deepEqual(shown(await run(whoAmI, { kind })), [String(pid)]);
    }
  });

  it('is not there before the first run', async () => {
    usePool();
    assert.deepEqual(await readdir(world.temporary), []);
  });

  it('is not started while something runs', async () => {
    const abort = new AbortController();
    let long: Promise<unknown> = Promise.resolve();
    // It goes on until it is told to stop, however long the others take.
    await new Promise<void>((resolve) => {
      long = run(`console.log('a'); setInterval(() => {}, 1000)`, {
        limits: { timeMs: 60_000 },
        signal: abort.signal,
        onLine: () => resolve(),
      });
    });
    // If one were started after the first of them, it would be there during the second.
    for (const time of ['first', 'second']) {
      await run(whoAmI);
      assert.equal((await readdir(world.temporary)).length, 1, `more than the long run, ${time}`);
    }
    abort.abort();
    await long;
    await pool.whenWaiting();
  });

  it('gets its limits with the snippet', async () => {
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    const flood = `console.log(process.pid); for (let i = 1; ; i++) console.log(i)`;
    const result = await run(flood, { limits: { lines: 3 } });
    assert.equal(result.ended, 'lines');
    assert.deepEqual(shown(result), [String(pid), '1', '2']);
  });

  it('gets its whole time after it was let through', async () => {
    usePool({ pauseMs: 0 });
    await run(whoAmI);
    await pool.whenWaiting();
    const result = await run(`console.log('a'); for (;;);`, { limits: { timeMs: 200 } });
    assert.equal(result.ended, 'time');
    assert.deepEqual(shown(result), ['a']);
    assert.ok(result.durationMs >= 200);
  });

  const others: Readonly<Record<string, Options>> = {
    'another memory limit': { limits: { memoryMb: 100 } },
    'another Node': { major: '22' },
    'other permissions': { permissions: ['net'] },
  };
  for (const [name, options] of Object.entries(others)) {
    it(`makes way for one with ${name}`, async () => {
      await run(whoAmI);
      const former = await pool.whenWaiting();
      assert.notDeepEqual(shown(await run(whoAmI, options)), [String(former)]);
      await gone(former);
      const pid = await waitingAfter(former);
      assert.deepEqual(shown(await run(whoAmI, options)), [String(pid)]);
    });
  }

  async function waitingAfter(former: number): Promise<number> {
    for (;;) {
      const pid = await pool.whenWaiting();
      if (pid !== former) return pid;
      await setImmediate();
    }
  }

  it('stays for runs of the same kind, whatever the order of their permissions', async () => {
    await run(whoAmI, { permissions: ['net', 'worker'] });
    const pid = await pool.whenWaiting();
    const result = await run(whoAmI, { permissions: ['worker', 'net'] });
    assert.deepEqual(shown(result), [String(pid)]);
  });

  it('is ended when nothing runs for a while, with its folder', async () => {
    usePool({ idleMs: 1 });
    await run(whoAmI);
    await world.untilNothingIsLeft();
  });

  it('is ended when it is cleared away, and the next run has another one wait', async () => {
    await run(whoAmI);
    const former = await pool.whenWaiting();
    pool.clear();
    await gone(former);
    assert.deepEqual(await readdir(world.temporary), []);
    await run(whoAmI);
    assert.notEqual(await pool.whenWaiting(), former);
  });

  it('is ended with the pool, even one that is just being started', async () => {
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    await pool.dispose();
    await gone(pid);

    usePool();
    await run(whoAmI);
    while ((await readdir(world.temporary)).length === 0) await setImmediate();
    await pool.dispose();
    assert.deepEqual(await readdir(world.temporary), []);
  });

  it('is no longer started after the pool was disposed of', async () => {
    const going = run(`setTimeout(() => {}, 50)`);
    await pool.dispose();
    await going;
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    assert.deepEqual(await readdir(world.temporary), []);
  });

  it('may have died: the run starts another one', async () => {
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    process.kill(pid, 'SIGKILL');
    const [line] = shown(await run(whoAmI));
    assert.notEqual(line, String(pid));
    assert.match(line ?? '', /^\d+$/);
  });

  it('may have lost its folder: the run starts another one', async () => {
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    for (const name of await readdir(world.temporary)) {
      await rm(join(world.temporary, name), { recursive: true });
    }
    const [line] = shown(await run(whoAmI));
    assert.notEqual(line, String(pid));
    assert.match(line ?? '', /^\d+$/);
  });

  it('serves one of two runs that come at once, and the other one runs too', async () => {
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    const results = await Promise.all([run(whoAmI), run(whoAmI)]);
    const pids = results.map((result) => shown(result)[0]);
    assert.equal(pids[0], String(pid));
    assert.notEqual(pids[1], String(pid));
  });

  it('uses no CPU', async function () {
    if (!existsSync('/proc/self/task')) return;
    await run(whoAmI);
    const pid = await pool.whenWaiting();
    const used = () => readFile(`/proc/${pid}/schedstat`, 'utf8');
    // On a busy machine it may not have come to its rest yet.
    let before = await used();
    for (let still = 0; still < 50; still++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = await used();
      if (now !== before) still = 0;
      before = now;
    }
  });

  it('ends a run that is cancelled in the moment it is let through', async () => {
    await run(whoAmI);
    await pool.whenWaiting();
    const abort = new AbortController();
    const going = run(`for (;;);`, { signal: abort.signal });
    await setImmediate();
    abort.abort();
    assert.equal((await going).ended, 'cancelled');
  });
});
