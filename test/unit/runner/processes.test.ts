import assert from 'node:assert/strict';
import { shown, useRunWorld } from './run-world.ts';

// That nothing is left is asserted after each test, see `useRunWorld`.
describe('Processes that a snippet starts', function () {
  this.timeout(60_000);
  const world = useRunWorld();
  const spawn = (options: string) =>
    `require('node:child_process').spawn(process.execPath, ['-e', 'for (;;);'], ${options}).unref(); console.log('a');`;

  const ways = {
    'in the group': spawn(`{ stdio: 'ignore' }`),
    'that hold the pipes': spawn(`{ stdio: 'inherit' }`),
    detached: spawn(`{ stdio: 'ignore', detached: true }`),
    'detached, holding the pipes': spawn(`{ stdio: 'inherit', detached: true }`),
    'detached, without the environment': spawn(`{ stdio: 'ignore', detached: true, env: {} }`),
    'detached, elsewhere': spawn(`{ stdio: 'ignore', detached: true, cwd: '/' }`),
    'detached, from a shell': `require('node:child_process').spawn('setsid', ['sh', '-c', 'sleep 1000 & sleep 1000'], { stdio: 'ignore', detached: true }).unref(); console.log('a');`,
    // Each has an id, and those of the first ones are far behind the newest.
    'detached, before many others': `${spawn(`{ stdio: 'ignore', detached: true }`)} for (let count = 0; count < 12; count++) require('node:child_process').spawnSync('sh', ['-c', 'true; (true); (true); (true)']);`,
  };
  for (const [name, code] of Object.entries(ways)) {
    it(`are ended after a normal exit: ${name}`, async () => {
      const result = await world.run(`${code} setTimeout(() => process.exit(), 50)`);
      assert.equal(result.ended, 'exit');
      assert.deepEqual(shown(result), ['a']);
    });

    it(`are ended with a run that is cut short: ${name}`, async () => {
      const result = await world.run(`${code} for (;;);`, { limits: { timeMs: 300 } });
      assert.equal(result.ended, 'time');
    });
  }

  it('do not get the folder of another run into trouble', async () => {
    const [one, other] = await Promise.all([
      world.run(`${spawn(`{ stdio: 'ignore', detached: true }`)} process.exit()`),
      world.run(`setTimeout(() => console.log('b'), 600)`),
    ]);
    assert.deepEqual([...shown(one), ...shown(other)], ['a', 'b']);
  });

  it('see nothing of the editor: no variable but the few that programs need', async () => {
    process.env.NODE_OPTIONS_LOOPWISE_TEST = 'secret';
    process.env.NODE_OPTIONS = '--no-warnings';
    try {
      const result = await world.run(`console.log(Object.keys(process.env).join())`);
      const allowed =
        /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_ALL|LC_CTYPE|TZ|TMPDIR)(,|$)/;
      for (const name of (shown(result)[0] ?? '').split(',')) assert.match(name, allowed);
    } finally {
      delete process.env.NODE_OPTIONS_LOOPWISE_TEST;
      delete process.env.NODE_OPTIONS;
    }
  });

  it('leave their temporary files in a folder that goes with the run', async () => {
    const result = await world.run(`
      const fs = require('node:fs'); const folder = fs.mkdtempSync(require('node:os').tmpdir() + '/x');
      fs.writeFileSync(folder + '/y', 'z'); fs.mkdirSync('deep/er', { recursive: true }); fs.chmodSync('.', 0o500);
      console.log(fs.readdirSync('.').join())`);
    assert.deepEqual(shown(result), ['deep,snippet.cjs']);
  });
});
