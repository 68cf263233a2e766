import assert from 'node:assert/strict';
import { shown, useRunWorld } from './run-world.ts';

describe('A program of several files', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  const files = [
    { path: 'package.json', text: '{ "type": "module" }' },
    { path: 'lib/deep/cache.js', text: `export const cache = new Map([['a', import.meta.url]]);` },
    { path: 'data.json', text: '[1, 2]' },
  ];
  const code = `
import { readFileSync } from 'node:fs';
import { cache } from './lib/deep/cache.js';
console.log(cache.get('a'), readFileSync('data.json', 'utf8'), import.meta.url, process.argv[1] === import.meta.filename);
throw new Error('at the end');`;

  const ways: readonly (readonly [string, typeof world.run])[] = [
    ['in a fresh Node', (...args) => world.run(...args)],
    ['in one that waited', (...args) => world.runWarm(...args)],
  ];
  for (const [name, run] of ways) {
    it(`runs its entry ${name}, with lines of that`, async () => {
      const result = await run(code, { kind: 'mjs', entry: 'src.js', files });
      assert.deepEqual(shown(result), [
        'lib/deep/cache.js [1, 2] src.js true',
        'uncaught:Error: at the end',
        'exit:1',
      ]);
      assert.equal(result.error?.line, 5);
      assert.equal(result.error.stack.split('\n')[1], '    at src.js:5:7');
      assert.equal(result.trace?.lines[0]?.site?.line, 4);
    });
  }

  it('gets arguments and an environment', async () => {
    const program = `
const { spawnSync } = require('node:child_process');
console.log(process.argv.slice(2), process.env.MODE, new Date(0).getHours());
console.log(spawnSync(process.execPath, ['-p', 'process.env.MODE'], { encoding: 'utf8' }).stdout.trim());`;
    const options = { args: ['--a', 'b c'], env: { MODE: 'täst', TZ: 'Asia/Tokyo' } };
    for (const warm of [false, true]) {
      const result = await (warm ? world.runWarm(program, options) : world.run(program, options));
      assert.deepEqual(shown(result), [`[ '--a', 'b c' ] täst 9`, 'täst']);
    }
  });

  it('leaves nothing of it to the next run', async () => {
    const result = await world.run('console.log(process.argv.length, process.env.MODE)');
    assert.deepEqual(shown(result), ['2 undefined']);
  });

  for (const path of ['../out.js', '/tmp/out.js', 'a/../../out.js', '', 'lib/', '.']) {
    it(`refuses to write outside of its folder: "${path}"`, async () => {
      await assert.rejects(
        world.run('1', { files: [{ path, text: '' }] }),
        (error) => error instanceof TypeError && error.message.includes(`"${path}"`),
      );
    });
  }
});
