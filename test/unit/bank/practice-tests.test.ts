import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownTests, testNames, testsOf } from '../../../src/bank/practice-tests.ts';

const folder = join(import.meta.dirname, '../../../material/practice');
const read = (id: string): string => readFileSync(join(folder, id, 'tests.mjs'), 'utf8');

describe('The tests of a practice problem, read as text', () => {
  it('are all of them, each from its first line to its last', () => {
    for (const id of readdirSync(folder)) {
      const tests = read(id);
      const lines = tests.split('\n');
      assert.equal(testNames(tests).length, tests.match(/\bit\(/g)?.length, id);
      const all = testsOf({ tests, visible: 1 });
      for (const [at, { name, first, last }] of all.entries()) {
        assert.ok(lines[first - 1]?.includes(name), `${id}: ${name}`);
        assert.ok(last > first && (lines[last - 1] ?? '').trim() !== '', `${id}: ${name}`);
        assert.ok(last < (all[at + 1]?.first ?? lines.length), `${id}: ${name}`);
      }
      assert.deepEqual(
        all.map(({ hidden }) => hidden),
        all.map((_, at) => at > 0),
      );
    }
  });

  it('show nothing of the hidden ones, and keep the lines of the others', () => {
    const tests = read('all');
    const shown = shownTests({ tests, visible: 2 }, 'note');
    const [, second, third] = testsOf({ tests, visible: 2 });
    assert.ok(second && third);
    const lines = shown.split('\n');
    assert.deepEqual(lines.slice(0, second.last), tests.split('\n').slice(0, second.last));
    assert.equal(shown.includes(third.name), false);
    assert.ok(shown.endsWith('  // note\n});\n'));
  });
});
