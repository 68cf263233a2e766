import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodes } from '../../../../scripts/nodes.mjs';
import { codeOf } from './wrong-solution.ts';
import type { WrongSolutions } from './wrong-solution.ts';

const problems = join(import.meta.dirname, '../../../../material/practice');
const fewest = 5;

/**
 * Solutions that people hand in and that are wrong, one file for each problem. They are run on one
 * Node: that the tests themselves run on every Node is tested elsewhere.
 */
describe('The tests of a practice problem', function () {
  this.timeout(120_000);
  let place: string;

  before(() => {
    place = mkdtempSync(join(tmpdir(), 'loopwise-wrong-'));
  });
  after(() => rmSync(place, { recursive: true }));

  for (const id of readdirSync(problems).sort()) {
    it(`fail each wrong solution of ${id}`, async () => {
      const { wrong } = (await import(`./${id}.ts`)) as { wrong: WrongSolutions };
      const names = Object.keys(wrong);
      assert.ok(names.length >= fewest, names.join(', '));
      const passed = await passedOf(id, wrong);
      assert.deepEqual(passed, Object.fromEntries(names.map((name) => [name, false])));
    });
  }

  /** Whether each solution passes all tests. One process takes them one after the other. */
  async function passedOf(id: string, wrong: WrongSolutions): Promise<Record<string, boolean>> {
    const { 24: node } = await ensureNodes();
    const solution = readFileSync(join(problems, id, 'solution.mjs'), 'utf8');
    const tests = pathToFileURL(join(problems, id, 'tests.mjs')).href;
    const names = Object.keys(wrong);
    const all = Object.entries(wrong).map(([name, one], at) => {
      const file = join(place, `${id}-${name}.mjs`);
      writeFileSync(file, codeOf(one, solution));
      return `process.env.LOOPWISE_PRACTICE = '${pathToFileURL(file).href}';\nawait import('${tests}?${at}');\n`;
    });
    const entry = join(place, `${id}.mjs`);
    writeFileSync(entry, all.join(''));
    const tap = await new Promise<string>((resolve) => {
      // Nothing of this process: the test runner, for one, speaks to its children through it.
      const options = { cwd: place, timeout: 60_000, env: {} };
      execFile(node, ['--test-reporter=tap', entry], options, (_, stdout) => resolve(stdout));
    });
    const outcomes = [...tap.matchAll(/^(not )?ok \d+ - (\S+)/gm)];
    assert.deepEqual(
      outcomes.map(([, , name]) => name),
      names.map(() => id),
      tap,
    );
    return Object.fromEntries(names.map((name, at) => [name, outcomes[at]?.[1] === undefined]));
  }
});
