import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeProgram } from '../../../src/explain/judge-program.ts';
import { compareSteps } from '../../../src/inline/compared.ts';
import { readSteps, withPlaces } from '../../../src/inline/predicted.ts';
import type { PredictedStep } from '../../../src/inline/predicted.ts';
import { placeOfError } from '../../../src/inline/printed.ts';
import { alignLines } from '../../../src/order/align-lines.ts';
import { readPrediction } from '../../../src/order/read-prediction.ts';
import { writeProject } from '../runner/placed-run.ts';
import { useRunWorld } from '../runner/run-world.ts';

const nothing = '(nothing printed here)';

/** Predictions that are written beside lines of real programs. */
describe('Numbers beside lines', () => {
  let folder = '';

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'numbers-')));
  });
  after(() => rm(folder, { recursive: true }));
  const world = useRunWorld();

  /** Runs a program, and judges numbers by its record. */
  async function judge(main: string, steps: readonly PredictedStep[], dep = '') {
    await writeProject(folder, { 'main.js': main, 'dep.js': dep });
    const place = { file: join(folder, 'main.js'), folder, texts: [], movable: false };
    const result = await world.run(main, { place });
    const { trace, lines, error } = result;
    assert.ok(trace);
    const thrown = error && placeOfError(error);
    const run = withPlaces(
      { lines, trace, nameOf: (file: string) => file, ...(thrown && { thrown }) },
      ({ line }) => ` (line ${line})`,
    );
    const read = readSteps(steps, run, nothing);
    const judged = readPrediction(read.texts, { actual: run.lines });
    const by = { code: main, kind: 'cjs', actual: run.lines, truncated: false } as const;
    const verdict = judgeProgram({ ...by, recorded: run }, judged);
    const rows = alignLines(judged, run.lines, verdict);
    const compared = compareSteps(read, judged, rows, verdict, run.lines.length);
    return { verdict, read, compared };
  }

  const at = (...lines: number[]): PredictedStep[] => lines.map((line) => ({ place: { line } }));

  const orders = `setTimeout(() => console.log('timer'), 5);
process.nextTick(() => console.log('tick'));
for (let i = 0; i < 2; i++) console.log('i', i);
Promise.resolve().then(() => console.log('job'));
`;

  it('are right in the order in which the lines print, a loop as often as it prints', async () => {
    const { verdict, read, compared } = await judge(orders, at(3, 3, 2, 4, 1));
    assert.deepEqual(verdict, { kind: 'exact' });
    assert.deepEqual(read.texts, ['i 0', 'i 1', 'tick', 'job', 'timer']);
    assert.deepEqual(compared, {
      steps: ['right', 'right', 'right', 'right', 'right'],
      lines: ['right', 'right', 'right', 'right', 'right'],
    });
  });

  it('are wrong from the first one on that no run has there', async () => {
    const { verdict, compared } = await judge(orders, at(3, 3, 4, 2, 1));
    assert.equal(verdict.kind, 'wrong');
    assert.equal(compared.firstWrong, 2);
    assert.deepEqual(compared.steps, ['right', 'right', 'wrong', 'wrong', 'right']);
  });

  it('tell what was forgotten, and what does not print so often', async () => {
    const forgotten = await judge(orders, at(3, 3, 2, 4));
    assert.deepEqual(forgotten.compared.steps, ['right', 'right', 'right', 'right']);
    assert.deepEqual(forgotten.compared.lines, ['right', 'right', 'right', 'right', 'missed']);
    const often = await judge(orders, at(3, 3, 3, 2, 4, 1));
    assert.deepEqual(often.read.meant[2], []);
    assert.equal(often.compared.steps[2], 'wrong');
    assert.deepEqual(
      often.compared.lines.map((line) => line === 'right'),
      [true, true, true, true, true],
    );
  });

  it('mean what a call prints as a whole, however many lines that are', async () => {
    const main = `console.log({ a: 'x'.repeat(60), b: 'y'.repeat(60) });
console.error(new Error('told'));
console.log('end');
`;
    const { verdict, compared, read } = await judge(main, at(1, 2, 3));
    assert.deepEqual(verdict, { kind: 'exact' });
    assert.ok((read.meant[0]?.length ?? 0) > 1 && (read.meant[1]?.length ?? 0) > 1);
    assert.deepEqual(compared.steps, ['right', 'right', 'right']);
  });

  const dep = `exports.say = (text) => {
  console.log(text);
};
exports.fail = () => {
  throw new Error('deep');
};
`;

  it('stand at a call that prints through another file, or in that file', async () => {
    const main = `const { say } = require('./dep');
process.nextTick(() => say('same'));
say('same');
console.log('own');
`;
    const file = join(folder, 'dep.js');
    const right = await judge(main, at(3, 4, 2), dep);
    assert.deepEqual(right.verdict, { kind: 'exact' });
    const mixed = [{ place: { file, line: 2 } }, ...at(4, 2)];
    assert.deepEqual((await judge(main, mixed, dep)).verdict, { kind: 'exact' });
    // Both print the same text: the lines are told apart all the same.
    const turned = await judge(main, at(2, 4, 3), dep);
    assert.equal(turned.verdict.kind, 'wrong');
    assert.equal(turned.compared.firstWrong, 0);
  });

  it('stand at the line that throws; how the process ends is not asked', async () => {
    const here = await judge(`console.log('a');\nthrow new Error('x');\n`, at(1, 2));
    assert.deepEqual(here.verdict, { kind: 'exact' });
    const main = `const { fail } = require('./dep');\nconsole.log('a');\nfail();\n`;
    const inside = [...at(2), { place: { file: join(folder, 'dep.js'), line: 5 } }];
    assert.deepEqual((await judge(main, inside, dep)).verdict, { kind: 'exact' });
    assert.deepEqual((await judge(main, at(2, 3), dep)).verdict, { kind: 'exact' });
  });

  it('ask nothing of output that no line is known of', async () => {
    const main = `const { execFileSync } = require('node:child_process');
console.log('before');
execFileSync(process.execPath, ['-p', '"child"'], { stdio: 'inherit' });
console.log('after');
`;
    assert.deepEqual((await judge(main, at(2, 4))).verdict, { kind: 'exact' });
  });

  it('stand beside texts that were typed', async () => {
    const [first, second, ...rest] = at(3, 3, 2, 4, 1);
    assert.ok(first && second);
    const typed = [{ ...first, text: 'i 0' }, { ...second, text: 'i 7' }, ...rest];
    const { verdict, compared, read } = await judge(orders, typed);
    assert.equal(verdict.kind, 'wrong');
    assert.deepEqual(read.meant, [[0], [], [2], [3], [4]]);
    assert.deepEqual(compared.steps, ['right', 'wrong', 'right', 'right', 'right']);
  });

  it('are possible where a race decides', async () => {
    const main = `setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
`;
    const one = await judge(main, at(1, 2));
    const other = await judge(main, at(2, 1));
    for (const { verdict, compared } of [one, other]) {
      assert.ok(verdict.kind === 'exact' || verdict.kind === 'possible', verdict.kind);
      const expected = verdict.kind === 'exact' ? 'right' : 'other';
      assert.deepEqual(compared.steps, [expected, expected]);
    }
  });
});
