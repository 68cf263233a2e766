import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodes } from '../../../scripts/nodes.mjs';

const problems = join(import.meta.dirname, '../../../material/practice');
const fixtures = join(import.meta.dirname, '../../fixtures/wrong-solutions');
const fewest = 5;

/**
 * Solutions that people hand in and that are wrong; the name of each file says how. They are run on
 * one Node: that the tests themselves run on every Node is tested elsewhere.
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
      const files = readdirSync(join(fixtures, id)).sort();
      assert.ok(files.length >= fewest, files.join(', '));
      const passed = await passedOf(id, files);
      assert.deepEqual(passed, Object.fromEntries(files.map((file) => [file, false])));
    });
  }

  /** Whether each solution passes all tests. One process takes them one after the other. */
  async function passedOf(id: string, files: string[]): Promise<Record<string, boolean>> {
    const { 24: node } = await ensureNodes();
    const tests = pathToFileURL(join(problems, id, 'tests.mjs')).href;
    const all = files.map((file, at) => {
      const solution = pathToFileURL(join(fixtures, id, file)).href;
      return `process.env.LOOPWISE_PRACTICE = '${solution}';\nawait import('${tests}?${at}');\n`;
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
      files.map(() => id),
      tap,
    );
    return Object.fromEntries(files.map((file, at) => [file, outcomes[at]?.[1] === undefined]));
  }
});
