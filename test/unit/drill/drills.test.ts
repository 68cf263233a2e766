import assert from 'node:assert/strict';
import { format } from 'prettier';
import type { Drill } from '../../../src/drill/drill.ts';
import { agreesWithRun } from '../../../src/drill/agrees-with-run.ts';
import { beginnersBeliefs, drilledBeliefs } from '../../../src/drill/drilled-beliefs.ts';
import { compose, suits } from '../../../src/drill/compose.ts';
import { doPartsMeet, endsApart } from '../../../src/drill/do-parts-meet.ts';
import { newDiagnosis } from '../../../src/drill/diagnosis.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { nextDrill } from '../../../src/drill/next-drill.ts';
import {
  chain,
  evaluate,
  immediate,
  inline,
  print,
  settled,
  then,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import { depthOf } from '../../../src/drill/depth.ts';
import type { Statement } from '../../../src/drill/program.ts';
import { randomFrom } from '../../../src/drill/random.ts';
import { enumerateOutputs } from '../../../src/order/order-lines.ts';
import { checkOrder } from '../../../src/order/check-order.ts';
import { majors } from '../runner/run-world.ts';
import { runInTurn } from './runs-in-turn.ts';
import { sampleOf } from './sample.ts';

/** `npm run verify:drill` runs many thousands on each Node; here each Node takes a quarter of these. */
const size = 400;

const shown = (lines: readonly string[] | undefined): string => lines?.join(' | ') ?? '';

describe('Programs of the drill', function () {
  this.timeout(120_000);
  let sample: readonly Drill[] = [];
  before(() => {
    sample = Array.from({ length: size }, (_, at) => sampleOf(26, at)).flatMap(
      (drill) => drill ?? [],
    );
  });

  it('are made for each of the recipes of the sample', () => {
    assert.equal(sample.length, size);
  });

  it('print on each Node what the model says', async () => {
    const wrong = majors.map(async (major, turn) => {
      const drills = sample.filter((_, at) => Math.floor(at / 4) % majors.length === turn);
      const printed = await runInTurn(major, drills);
      return drills.flatMap(({ outputs, recipe }, at) =>
        outputs.some((output) => shown(output) === shown(printed[at]))
          ? []
          : `Node ${major}, ${JSON.stringify(recipe)}: ${shown(printed[at])}`,
      );
    });
    assert.deepEqual((await Promise.all(wrong)).flat(), []);
  });

  it('print one of their outputs in each of a hundred runs, also where they race', async () => {
    const races = sample.filter(({ recipe }) => recipe.race).slice(0, 4);
    const mixed = [...races, ...sample.filter(({ recipe }) => !recipe.race).slice(0, 8)];
    const runs = majors.map(async (major, turn) => {
      // A race and two others; in turn, so that nothing is warmer than in a first run.
      const drills = mixed.filter((_, at) => at % majors.length === turn);
      const hundred = Array.from({ length: 100 }, () => drills).flat();
      const printed = await runInTurn(major, hundred);
      assert.equal(printed.length, hundred.length);
      for (const [at, { outputs, code }] of hundred.entries()) {
        const lines = shown(printed[at]);
        assert.ok(
          outputs.some((output) => shown(output) === lines),
          `${major}\n${code}\n${lines}`,
        );
      }
      return drills.length;
    });
    assert.deepEqual(await Promise.all(runs), [3, 3, 3, 3]);
  });

  it('are the same for the same recipe, and others for other seeds', () => {
    const codes = new Set(sample.map(({ code }) => code));
    assert.equal(codes.size, sample.length);
    for (const { recipe, code } of sample.slice(0, 40)) {
      assert.equal(makeDrill(recipe)?.code, code);
    }
  });

  it('have no line twice, and the length of their level', () => {
    const lengths = { 1: [3, 5], 2: [5, 7], 3: [6, 9], 4: [8, 12] } as const;
    for (const { outputs, recipe, code } of sample) {
      const [lines = []] = outputs;
      const [least, most] = lengths[recipe.level];
      assert.equal(new Set(lines).size, lines.length, code);
      assert.ok(lines.length >= least && lines.length <= most, code);
    }
  });

  it('have an order that allows their outputs and no other', () => {
    for (const { order, outputs } of sample) {
      assert.deepEqual(checkOrder(order), []);
      const allowed = enumerateOutputs(order, 10).outputs.map((lines) =>
        shown(lines.map(({ text }) => text)),
      );
      assert.deepEqual(allowed.toSorted(), outputs.map(shown).toSorted());
    }
  });

  it('teach: the higher the level, the more beliefs predict something else', () => {
    const fewest = { 1: [2, 0], 2: [2, 1], 3: [4, 2], 4: [5, 3] } as const;
    for (const { believed, outputs, code, recipe } of sample) {
      const least = recipe.aim ? ([2, 0] as const) : fewest[recipe.level];
      const ofRace = recipe.level === 4 ? ([4, 2] as const) : ([2, 0] as const);
      const [all, deeper] = recipe.race ? ofRace : least;
      assert.ok(believed.size >= all, code);
      const isDeeper = (id: (typeof drilledBeliefs)[number]) => !beginnersBeliefs.has(id);
      assert.ok([...believed.keys()].filter(isDeeper).length >= deeper, code);
      const real = new Set(outputs.map(shown));
      for (const lines of believed.values()) assert.ok(!real.has(shown(lines)), code);
    }
  });

  it('have different subjects: counts of microtasks are not nearly all of them, and files are not missing', () => {
    const hard = sample.filter(({ recipe }) => recipe.level === 4 && !recipe.aim && !recipe.race);
    const countingOnes = hard.filter(({ code }) =>
      / 1'\)\)\s*\.then|step <= \d; step\+\+/.test(code),
    );
    const reading = hard.filter(({ code }) => /\b(readFile|stat)\(/.test(code));
    assert.ok(hard.length >= 60);
    assert.ok(countingOnes.length < 0.4 * hard.length, `${countingOnes.length} of ${hard.length}`);
    assert.ok(reading.length > 0.12 * hard.length, `${reading.length} of ${hard.length}`);
    // The classic question, which few candidates that have it survive.
    const contests = hard.filter(({ code }) =>
      /(readFile|stat)\([^\n]*\n(?=( {2}.*\n)* {2}setTimeout)(?=( {2}.*\n)* {2}setImmediate)/.test(
        code,
      ),
    );
    assert.ok(contests.length >= 3, `${contests.length} of ${hard.length}`);
  });

  it('count microtasks once: a function that repeats itself stands beside one count', () => {
    for (const { code } of sample) {
      if (!/(nextTick|queueMicrotask)\(\(\) => \w+\(count \+ 1\)/.test(code)) continue;
      const { length } = code.match(/ 1'\)|let step/g) ?? [];
      assert.ok(length <= 1, code);
    }
  });

  it('schedule on level 4 something in what was scheduled', () => {
    const waits = evaluate(inline(wait(settled)));
    const of = (...body: Statement[]) => depthOf({ kind: 'cjs', functions: [], body });
    assert.deepEqual([of(print('a')), of(waits), of(immediate(print('a')))], [0, 0, 1]);
    assert.equal(of(chain(settled, then(immediate(print('a'))))), 2);
    assert.equal(of(evaluate(inline(immediate(timeout(0, print('a')))))), 2);
    for (const { program, recipe, code } of sample) {
      if (recipe.level === 4) assert.ok(depthOf(program) >= 2, code);
    }
  });

  it('do not ask beginners for the order of ticks in an ES module, unless aimed at it', () => {
    const easy = sample.filter(({ recipe }) => recipe.level === 1);
    assert.ok(easy.some(({ kind }) => kind === 'mjs'));
    for (const { believed, code } of easy) assert.ok(!believed.has('ticks-always-first'), code);
    const aimed = makeDrill({ level: 1, seed: 1, aim: 'ticks-always-first' });
    assert.ok(aimed?.believed.has('ticks-always-first'));
  });

  it('are written as people write them', () => {
    for (const { code } of sample) {
      assert.doesNotMatch(code, /catch\(\(\) => \{\}\)|await Promise\.reject|cached/, code);
      assert.doesNotMatch(code, /Promise\.(all|race)\(\[[^\]]*(Promise\.resolve|null|async)/, code);
      assert.doesNotMatch(code, /const (?!\w+Ready\b)\w+ = (new Promise|Promise)\b/, code);
    }
    for (const { code, recipe } of sample) {
      if (recipe.level < 3 || recipe.aim) continue;
      // Above level 2 the listeners schedule something.
      if (code.includes('.emit(')) assert.match(code, /\.on\('\w+', \(\) => \{/, code);
    }
  });

  it('print only nouns of their functions, in labels that suit every noun', () => {
    for (const { code } of sample) {
      assert.doesNotMatch(code, /(starts|goes on)'/, code);
      for (const [, name = '', body = ''] of code.matchAll(
        /^async function (\w+).*?\n(.*?)^}/gms,
      )) {
        const noun = /[A-Z].*/.exec(name)?.[0].toLowerCase();
        for (const [, printed] of body.matchAll(/console\.log\('(\w+)/g)) {
          assert.equal(printed, noun, code);
        }
      }
    }
  });

  it('have no label that is never printed', () => {
    for (const { code, outputs } of sample) {
      for (const [, label = ''] of code.matchAll(/console\.log\('([^']+)'\)/g)) {
        if (!label.endsWith(' failed')) assert.ok(outputs[0]?.includes(label), code);
      }
    }
  });

  it('declare functions above their body, which has blank lines around long statements', () => {
    for (const { code } of sample) {
      assert.doesNotMatch(code, /^[^\n]+\n(async )?function /m, code);
      assert.doesNotMatch(code, /^function .*?^}\n\w/ms, code);
    }
  });

  it('are formatted as Prettier formats them, with at most 30 lines of code', async () => {
    for (const { code } of sample.slice(0, 100)) {
      assert.equal(await format(code, { parser: 'babel', singleQuote: true }), code);
    }
    for (const { code } of sample) assert.ok(code.split('\n').filter(Boolean).length <= 30, code);
  });

  it('have no idle lines, and no callback that does nothing but schedule another one', () => {
    for (const { code } of sample) {
      assert.doesNotMatch(code, /^console\.log.*\nconsole\.log/m, code);
      assert.doesNotMatch(code, /readFile\([^\n]*=> \{\n\s*(readFile|stat)\(/, code);
    }
  });

  it('have parts whose lines meet, from level 2 on', () => {
    assert.ok(doPartsMeet([['a', 'b'], ['c']], ['a', 'x', 'c', 'b']));
    assert.ok(!doPartsMeet([['a', 'b'], ['c']], ['a', 'b', 'x', 'c']));
    assert.ok(doPartsMeet([['a', 'b']], ['a', 'b']));
    const three = [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ];
    assert.ok(endsApart(three, ['a', 'x', 'b', 'c', 'd', 'e']));
    assert.ok(!endsApart(three, ['a', 'c', 'b', 'd', 'e']), 'which began before');
    assert.ok(!endsApart(three, ['a', 'b', 'c', 'e', 'd']), 'in another order than it is written');
    assert.ok(!endsApart([['a', 'b', 'c']], ['a', 'b', 'c']), 'which is all there is');
    const composed = Array.from({ length: 40 }, (_, seed) =>
      compose(randomFrom(seed), { level: 4 }),
    );
    for (const composition of composed) {
      const parts = composition.parts();
      assert.ok(parts.length >= 2);
      for (const labels of parts) assert.ok(labels.length > 0);
    }
  });

  it('can be aimed at each belief', () => {
    for (const aim of drilledBeliefs) {
      const drill = makeDrill({ level: 4, seed: 1, aim });
      assert.ok(drill?.believed.has(aim), aim);
    }
  });

  it('are not aimed at a belief by motifs of lower levels, when the next one is chosen', () => {
    assert.ok(suits(3, 'interval-starts-at-once'));
    assert.ok(!suits(4, 'interval-starts-at-once'));
    assert.ok(suits(4, 'order-of-creation'));
    const suspected = newDiagnosis(['interval-starts-at-once']);
    for (const seed of [1, 2, 3]) {
      assert.equal(nextDrill(suspected, 3, seed)?.recipe.aim, 'interval-starts-at-once');
      const hard = nextDrill(suspected, 4, seed);
      assert.ok(hard);
      assert.equal(hard.recipe.aim, undefined, hard.code);
    }
  });

  it('are shown only if a run agrees', () => {
    const [drill] = sample;
    assert.ok(drill);
    const lines = drill.outputs[0]?.map((text) => ({ stream: 'stdout' as const, text })) ?? [];
    assert.ok(agreesWithRun(drill, lines));
    assert.ok(!agreesWithRun(drill, lines.toReversed()));
    assert.ok(!agreesWithRun(drill, lines.slice(1)));
    assert.ok(!agreesWithRun(drill, [...lines, { stream: 'stderr', text: 'Warning' }]));
  });
});
