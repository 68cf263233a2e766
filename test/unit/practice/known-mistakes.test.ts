import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { testNames } from '../../../src/bank/practice-tests.ts';
import { recognized } from '../../../src/practice/known-mistakes.ts';
import type { Outcome } from '../../../src/practice/outcomes.ts';
import { problems, realProblem } from './real-problem.ts';

const failure = { message: '', stack: '' };
const outcomes = (tests: string, failed: readonly string[], kind: Outcome['kind'] = 'failed') =>
  new Map(
    testNames(tests).map((name): [string, Outcome] => [
      name,
      failed.includes(name)
        ? kind === 'failed'
          ? { kind, ms: 1, failure }
          : { kind: 'notRun' }
        : { kind: 'passed', ms: 1 },
    ]),
  );

describe('A known weak solution', () => {
  const all = realProblem('all');
  const first = 'keeps the order of the values, whichever settles first';
  const ids = (failed: readonly string[], code = '', kind?: Outcome['kind']) =>
    recognized(all.mistakes, outcomes(all.tests, failed, kind), code).map(({ id }) => id);

  it('is told by exactly the tests that it fails', () => {
    assert.deepEqual(ids([first]), ['in-the-order-of-completion']);
    assert.deepEqual(ids([first, "doesn't change the list"]), []);
    assert.deepEqual(ids([first], '', 'notRun'), [], 'nobody knows what it would have done');
  });

  it('that passes is told by its code, but not by a comment', () => {
    assert.deepEqual(ids([], 'export const all = (values) => Promise.all(values);'), [
      'uses-a-combinator',
    ]);
    assert.deepEqual(ids([], '// Promise.all\nexport const all = () => {};'), []);
    assert.deepEqual(ids([], all.solution), []);
    assert.deepEqual(ids([first], 'Promise.all()'), ['in-the-order-of-completion']);
  });

  it('is never the worked solution', () => {
    for (const id of readdirSync(problems)) {
      const { mistakes, tests, solution } = realProblem(id);
      assert.deepEqual(recognized(mistakes, outcomes(tests, []), solution), [], id);
    }
  });

  it('is one that gets its work done by Node.js', () => {
    const uses = (id: string, code: string) => {
      const { mistakes, tests } = realProblem(id);
      return recognized(mistakes, outcomes(tests, []), code).length;
    };
    assert.equal(uses('promisify', "export { promisify } from 'node:util';"), 1);
    assert.equal(
      uses('promisify', "import util from 'util';\nexport const promisify = util.promisify;"),
      1,
    );
    assert.equal(uses('small-emitter', 'export { EventEmitter as Emitter } from "events";'), 1);
  });
});
