import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodes } from '../../../../scripts/nodes.mts';
import { testNames } from '../../../../src/bank/practice-tests.ts';
import { recognized } from '../../../../src/practice/known-mistakes.ts';
import { outcomesOf } from '../../../../src/practice/outcomes.ts';
import { problems, realProblem } from '../../practice/real-problem.ts';
import { buildChild, type BuiltChild } from '../../runner/build-child.ts';
import { codeOf } from './wrong-solution.ts';
import type { WrongSolutions } from './wrong-solution.ts';

const fewest = 5;

/**
 * Solutions that people hand in and that are wrong, one file for each problem. They are run on one
 * Node: that the tests themselves run on every Node is tested elsewhere. The harness of the Test Explorer
 * runs with them: it has to see what Node.js sees.
 */
describe('The tests of a practice problem', function () {
  this.timeout(120_000);
  let place: string;
  let child: BuiltChild;

  before(async () => {
    place = mkdtempSync(join(tmpdir(), 'loopwise-wrong-'));
    child = await buildChild();
  });
  after(async () => {
    rmSync(place, { recursive: true });
    await child.remove();
  });

  for (const id of readdirSync(problems).sort()) {
    it(`fail each wrong solution of ${id}, and the known ones are recognized`, async () => {
      const { wrong } = (await import(`./${id}.ts`)) as { wrong: WrongSolutions };
      const names = Object.keys(wrong);
      assert.ok(names.length >= fewest, names.join(', '));
      const runs = await runsOf(id, wrong);
      assert.deepEqual(
        runs.map(({ name, passed }) => [name, passed]),
        names.map((name) => [name, false]),
      );
      const { mistakes, tests } = realProblem(id);
      for (const { name, failed, outcomes } of runs) {
        const seen = [...outcomes].flatMap(([test, { kind }]) => (kind === 'passed' ? [] : [test]));
        assert.deepEqual(seen, failed, name);
      }
      for (const mistake of mistakes) {
        if (!('fails' in mistake)) continue;
        const outcomes = runs.find(({ name }) => name === mistake.id)?.outcomes;
        assert.ok(outcomes, `there is no wrong solution ${mistake.id}`);
        assert.deepEqual([...outcomes.keys()], testNames(tests));
        const told = recognized(mistakes, outcomes, '').map((one) => one.id);
        assert.deepEqual(told, [mistake.id]);
      }
    });
  }

  /** What becomes of each solution. One process takes them one after the other. */
  async function runsOf(id: string, wrong: WrongSolutions) {
    const { 24: node } = await ensureNodes();
    const solution = readFileSync(join(problems, id, 'solution.mjs'), 'utf8');
    const path = join(problems, id, 'tests.mjs');
    const tests = testNames(readFileSync(path, 'utf8'));
    const names = Object.keys(wrong);
    const all = Object.entries(wrong).map(([name, one], at) => {
      const file = join(place, `${id}-${name}.mjs`);
      writeFileSync(file, codeOf(one, solution));
      return `process.env.LOOPWISE_PRACTICE = '${pathToFileURL(file).href}';\nawait import('${pathToFileURL(path).href}?${at}');\n`;
    });
    const entry = join(place, `${id}.mjs`);
    const results = join(place, `${id}-results`);
    writeFileSync(
      entry,
      `import '${pathToFileURL(join(child.childFolder, 'harness.child.cjs')).href}';\n${all.join('')}`,
    );
    const tap = await new Promise<string>((resolve) => {
      // Nothing of this process: the test runner, for one, speaks to its children through it.
      const options = { cwd: place, timeout: 60_000, env: { LOOPWISE_RESULTS: results } };
      execFile(node, ['--test-reporter=tap', entry], options, (_, stdout) => resolve(stdout));
    });
    const suites = [...tap.matchAll(/^(not )?ok \d+ - (\S+)/gm)];
    assert.deepEqual(
      suites.map(([, , name]) => name),
      names.map(() => id),
      tap,
    );
    // Each solution has all tests in their order.
    const single = [...tap.matchAll(/^ {4}(not )?ok \d+ - (.*)$/gm)];
    const events = readFileSync(results, 'utf8').split(
      `{"kind":"began","name":${JSON.stringify(tests[0])}}`,
    );
    return names.map((name, at) => ({
      name,
      passed: suites[at]?.[1] === undefined,
      failed: tests.filter((_, test) => single[at * tests.length + test]?.[1] !== undefined),
      outcomes: outcomesOf(`${events[at + 1] ?? ''}{"kind":"drained"}`, tests, 'exit').tests,
    }));
  }
});
