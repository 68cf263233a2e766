import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';
import { useRunWorld } from './run-world.ts';

describe('The host of a run', function () {
  this.timeout(120_000);
  const world = useRunWorld();

  before(() =>
    esbuild.build({
      entryPoints: [join(import.meta.dirname, 'limits-host.ts')],
      outfile: join(world.childFolder, 'limits-host.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'warning',
    }),
  );

  /** What a sacrificial host tells of the run, or the signal that ended the host. */
  async function tellOf(code: string): Promise<unknown> {
    const { path } = world.runtime();
    const args = [join(world.childFolder, 'limits-host.cjs'), path, world.childFolder, code];
    try {
      return JSON.parse((await promisify(execFile)(path, args)).stdout);
    } catch (error) {
      return (error as { signal?: unknown }).signal ?? error;
    }
  }

  const tried = (action: string) =>
    `try { ${action}; console.log('sent') } catch (error) { console.log(error.code) }`;

  it('outlives signals that a snippet sends by mistake', async () => {
    const actions = [
      `process.kill(process.ppid)`,
      `process.kill(process.ppid, 'SIGKILL')`,
      `process.kill(process.ppid, 9)`,
      `process.kill(String(process.ppid), 'SIGINT')`,
    ];
    const codes = actions.map(() => 'EPERM');
    assert.deepEqual(await tellOf(actions.map(tried).join('\n')), ['exit', ...codes]);
  });

  it('can be asked whether it lives', async () => {
    assert.deepEqual(await tellOf(tried(`process.kill(process.ppid, 0)`)), ['exit', 'sent']);
  });

  // The limits are not a sandbox, and docs/security.md says so.
  it('dies when a snippet means it, and leaves nothing of the run', async () => {
    const code = `require('node:child_process').execFileSync('kill', ['-9', String(process.ppid)]); for (;;);`;
    assert.equal(await tellOf(code), 'SIGKILL');
    await world.untilNothingIsLeft();
  });

  it('keeps no memory of floods that are over', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const floods = [
      `for (;;) console.log('x'.repeat(1000))`,
      `for (;;) require('node:fs').writeSync(1, 'x'.repeat(1000))`,
      `for (;;) require('node:fs').writeSync(3, Buffer.alloc(2 ** 16, 'x'))`,
      `const text = (JSON.stringify({ kind: 'error', name: 'E', message: '', stack: '' }) + '\\n').repeat(1000); for (;;) require('node:fs').writeSync(3, text)`,
    ];
    const flood = async () => {
      for (const code of floods) {
        const result = await world.run(code, { limits: { timeMs: 60_000, lines: 10_000 } });
        assert.equal(result.ended, 'bytes');
      }
      collect();
      return process.memoryUsage().heapUsed;
    };
    const first = await flood();
    const later: number[] = [];
    for (let time = 0; time < 5; time++) later.push((await flood()) - first);
    // Each of them brought megabytes, which would be there every time after; what the process keeps
    // for itself comes and goes.
    const growth = Math.min(...later.slice(2));
    assert.ok(growth < 3e6, `${later.join(', ')} bytes more`);
  });
});
