import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import esbuild from 'esbuild';
import { gone } from './gone.ts';
import { useRunWorld } from './run-world.ts';

// Nothing of a run may outlive its host. That no folder is left is asserted after each test.
describe('When the host of a run goes', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  before(() =>
    esbuild.build({
      entryPoints: [join(import.meta.dirname, 'warm-host.ts')],
      outfile: join(world.childFolder, 'host.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'warning',
    }),
  );

  function startHost(what: 'wait' | 'loop' | 'detached' | 'end' | 'folder', temporary?: string) {
    const { path } = world.runtime();
    const args = [join(world.childFolder, 'host.cjs'), path, world.childFolder, what];
    const env = { ...process.env, ...(temporary !== undefined && { TMPDIR: temporary }) };
    const host = spawn(path, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
    return { host, line: once(createInterface({ input: host.stdout }), 'line') };
  }

  const ways = {
    wait: 'the child that waits ends',
    loop: 'a snippet in an endless silent loop is ended',
    detached: 'what a snippet started outside of its group is ended',
  } as const;
  for (const [what, promise] of Object.entries(ways)) {
    it(`by SIGKILL, ${promise}`, async () => {
      const { host, line } = startHost(what as keyof typeof ways);
      const [pid] = (await line) as [string];
      assert.match(pid, /^\d+$/);
      host.kill('SIGKILL');
      await gone(Number(pid));
      await world.untilNothingIsLeft();
    });
  }

  it('between making the folder and starting Node, the folder goes', async () => {
    const { host } = startHost('folder');
    assert.deepEqual(await once(host, 'exit'), [null, 'SIGKILL']);
    await world.untilNothingIsLeft();
  });

  it('nothing but its own folder goes, whatever characters the path to it holds', async () => {
    // A guard that reads its list line by line, or lets the shell read it, takes these for others.
    const names = ['loopwise-abcdef\nrest', 'loopwise-abcdef over', '*', '$(touch made) \'"\\'];
    const top = await mkdtemp(join(tmpdir(), 'guard-'));
    try {
      for (const name of names) {
        const bystander = join(top, 'loopwise-abcdef');
        const temporary = join(top, name);
        await mkdir(bystander);
        await mkdir(temporary);
        const { host, line } = startHost('loop', temporary);
        const [pid] = (await line) as [string];
        host.kill('SIGKILL');
        await gone(Number(pid));
        while ((await readdir(temporary)).length > 0) await setImmediate();
        await rmdir(temporary);
        assert.deepEqual(await readdir(top), ['loopwise-abcdef']);
        await rmdir(bystander);
      }
    } finally {
      await rm(top, { recursive: true });
    }
  });

  it('by itself, it does not stay because a child waits, and that one ends', async () => {
    const { host, line } = startHost('end');
    const exit = once(host, 'exit');
    const [pid] = (await line) as [string];
    assert.deepEqual(await exit, [0, null]);
    await gone(Number(pid));
    await world.untilNothingIsLeft();
  });
});
