import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodes } from '../../../scripts/nodes.mts';

const folder = join(import.meta.dirname, '../../../material/practice');
const ids = readdirSync(folder).sort();

/** One process runs the tests of all problems; they find the file beside them by its name. */
describe('the tests of a practice problem', function () {
  this.timeout(240_000);
  let place: string;
  let all: string;

  /** What Node itself has under another name. It has to pass, or the problem says something else than Node does. */
  const builtIn: Readonly<Record<string, string>> = {
    all: 'export const all = (values) => Promise.all(values);',
    promisify: "export { promisify } from 'node:util';",
    'small-emitter': "export { EventEmitter as Emitter } from 'node:events';",
  };

  before(() => {
    place = mkdtempSync(join(tmpdir(), 'loopwise-practice-'));
    all = join(place, 'all.mjs');
    const addresses = ids.map((id) => pathToFileURL(join(folder, id, 'tests.mjs')).href);
    writeFileSync(all, addresses.map((url) => `await import(${JSON.stringify(url)});\n`).join(''));
  });
  after(() => rmSync(place, { recursive: true }));

  /** Whether the tests of each problem accept what the variable names, or what `entry` sets it to for each. */
  async function outcomes(node: string, file: string, entry = all): Promise<Map<string, boolean>> {
    const tap = await new Promise<string>((resolve) => {
      execFile(
        node,
        ['--test-reporter=tap', entry],
        // Nothing of this process: the test runner, for one, speaks to its children through it.
        { cwd: place, timeout: 120_000, env: { LOOPWISE_PRACTICE: file } },
        (_, stdout) => resolve(stdout),
      );
    });
    const lines = tap.matchAll(/^(not )?ok \d+ - (\S+)/gm);
    return new Map([...lines].map(([, not, id = '']) => [id, not === undefined]));
  }

  for (const major of ['20', '22', '24', '26'] as const) {
    it(`accept the solution and no start on Node ${major}`, async () => {
      const node = (await ensureNodes())[major];
      const solutions = await outcomes(node, './solution.mjs');
      assert.deepEqual(
        [...solutions],
        ids.map((id) => [id, true]),
      );
      const starts = await outcomes(node, './start.mjs');
      assert.deepEqual(
        [...starts],
        ids.map((id) => [id, false]),
      );
    });

    it(`accept what Node ${major} itself has`, async () => {
      const node = (await ensureNodes())[major];
      const steps = Object.entries(builtIn).map(([id, code]) => {
        const file = join(place, `built-in-${id}.mjs`);
        writeFileSync(file, code);
        const tests = pathToFileURL(join(folder, id, 'tests.mjs')).href;
        return `process.env.LOOPWISE_PRACTICE = '${pathToFileURL(file).href}';\nawait import('${tests}');\n`;
      });
      const entry = join(place, 'built-in.mjs');
      writeFileSync(entry, steps.join(''));
      assert.deepEqual(
        [...(await outcomes(node, '', entry))],
        Object.keys(builtIn).map((id) => [id, true]),
      );
    });
  }
});
