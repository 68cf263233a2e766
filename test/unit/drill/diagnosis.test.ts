import assert from 'node:assert/strict';
import type { BeliefId } from '../../../src/explain/beliefs.ts';
import { learn, marginals, newDiagnosis } from '../../../src/drill/diagnosis.ts';
import type { DrillPrediction } from '../../../src/drill/diagnosis.ts';
import type { Drill } from '../../../src/drill/drill.ts';
import { explainingBeliefs } from '../../../src/drill/explaining-beliefs.ts';
import { fitOf } from '../../../src/drill/likelihood.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { namedBeliefs } from '../../../src/drill/named-beliefs.ts';
import { mostTelling, nextDrill } from '../../../src/drill/next-drill.ts';
import { predictionsOf } from '../../../src/drill/predictions.ts';

const held: BeliefId = 'returning-a-promise-is-free';

function aimedAt(aim: BeliefId, seed: number): Drill {
  const drill = makeDrill({ level: 4, seed, aim });
  assert.ok(drill);
  return drill;
}

/** What somebody answers who holds these beliefs and never slips. */
const answerBy = (drill: Drill, ...beliefs: BeliefId[]): DrillPrediction => ({
  drill,
  prediction: predictionsOf(drill).of(beliefs),
});

const learnt = (answers: readonly DrillPrediction[]) => answers.reduce(learn, newDiagnosis());

const drills = Array.from({ length: 8 }, (_, seed) => aimedAt(held, seed));

describe('The diagnosis of a prediction', () => {
  it('names nothing after one answer, and the belief after several that fit it', () => {
    const answers = drills.map((drill) => answerBy(drill, held));
    assert.deepEqual(namedBeliefs(learnt(answers.slice(0, 1))), []);
    const diagnosis = learnt(answers);
    assert.equal(marginals(diagnosis)[0]?.[0], held);
    assert.deepEqual(namedBeliefs(diagnosis), [held]);
  });

  it('names nothing for right answers, nor for answers that nothing explains', () => {
    const right = learnt(drills.map((drill) => answerBy(drill)));
    assert.deepEqual(namedBeliefs(right), []);
    assert.deepEqual(right.hypotheses[0]?.beliefs, []);
    const odd = drills.map((drill) => ({
      drill,
      prediction: drill.outputs[0]?.toReversed() ?? [],
    }));
    assert.deepEqual(namedBeliefs(learnt(odd)), []);
  });

  it('tells two beliefs that are held together', () => {
    const other: BeliefId = 'promises-before-ticks';
    const both = drills.flatMap((drill, at) => [
      answerBy(drill, held, other),
      answerBy(aimedAt(other, at), held, other),
    ]);
    assert.deepEqual(learnt(both).hypotheses[0]?.beliefs.toSorted(), [other, held]);
  });

  it('survives a slip, and forgets what is no longer believed', () => {
    const answers = drills.map((drill) => answerBy(drill, held));
    const slip = answers.with(3, answerBy(drills[3] ?? aimedAt(held, 3)));
    assert.equal(marginals(learnt(slip))[0]?.[0], held);
    const later = Array.from({ length: 20 }, (_, at) => answerBy(aimedAt(held, 100 + at)));
    assert.deepEqual(namedBeliefs(learnt([...answers, ...later])), []);
  });

  it('believes an old answer less than a new one, and a very old one hardly at all', () => {
    const after = (weight: number): number => {
      const [drill] = drills;
      assert.ok(drill);
      const { hypotheses } = learn(newDiagnosis(), { ...answerBy(drill, held), weight });
      return hypotheses.find(({ beliefs }) => beliefs.join() === held)?.probability ?? 0;
    };
    const [unknown, old, half, fresh] = [after(0), after(0.05), after(0.5), after(1)];
    const [before] = newDiagnosis().hypotheses.filter(({ beliefs }) => beliefs.join() === held);
    assert.ok(Math.abs(unknown - (before?.probability ?? 0)) < 0.02, String(unknown));
    assert.ok(unknown < old && old < half && half < fresh, [unknown, old, half, fresh].join());
    // What was predicted long ago names nothing, not even beside an answer of today.
    const named = (weight: number) =>
      namedBeliefs(
        learnt(
          drills.slice(0, 4).map((drill, at) => ({
            ...answerBy(drill, held),
            weight: at < 3 ? weight : 1,
          })),
        ),
      );
    assert.deepEqual(named(0.05), []);
    assert.deepEqual(named(0.8), [held]);
  });

  it('tells the stronger one of two beliefs of which one hides the other', () => {
    const [stronger, hidden] = ['await-blocks', 'await-goes-on'] as const;
    // What the weaker one changes, the stronger one has changed already.
    const hiding = Array.from({ length: 24 }, (_, seed) => aimedAt(stronger, seed)).filter(
      (drill) => {
        const predictions = predictionsOf(drill);
        const of = (beliefs: readonly BeliefId[]): string => predictions.of(beliefs).join();
        return (
          drill.believed.has(hidden) &&
          of([stronger, hidden]) === of([stronger]) &&
          of([hidden]) !== of([stronger])
        );
      },
    );
    assert.ok(hiding.length >= 4, String(hiding.length));
    const both = learnt(hiding.map((drill) => answerBy(drill, stronger, hidden)));
    assert.deepEqual(namedBeliefs(both), [stronger]);
  });

  it('adds up to 1', () => {
    const { hypotheses } = learnt(drills.slice(0, 3).map((drill) => answerBy(drill, held)));
    const sum = hypotheses.reduce((total, { probability }) => total + probability, 0);
    assert.ok(Math.abs(sum - 1) < 0.01, String(sum));
  });

  it('knows the beliefs that predict exactly the same', () => {
    for (const drill of drills) {
      assert.deepEqual(explainingBeliefs(drill, drill.outputs[0] ?? []), []);
      const found = explainingBeliefs(drill, drill.believed.get(held) ?? []);
      assert.ok(found.some(([id, ...others]) => id === held && others.length === 0));
      for (const beliefs of found) {
        assert.deepEqual(predictionsOf(drill).of(beliefs), drill.believed.get(held));
      }
    }
  });

  it('tells one line that moved from another order', () => {
    const lines = ['a', 'b', 'c', 'd'];
    assert.equal(fitOf(lines, lines), 'exact');
    assert.equal(fitOf(['b', 'c', 'a', 'd'], lines), 'one line moved');
    assert.equal(fitOf(['a', 'd', 'b', 'c'], lines), 'one line moved');
    assert.equal(fitOf(['d', 'c', 'b', 'a'], lines), 'other');
    assert.equal(fitOf(['a', 'b', 'c'], lines), 'other');
  });
});

describe('The next program', () => {
  it('is one whose prediction is open, not one that says the same by all likely beliefs', () => {
    const diagnosis = learnt(drills.slice(0, 2).map((drill) => answerBy(drill, held)));
    const without = [1, 2, 3, 4, 5, 6, 7, 8, 9]
      .map((seed) => aimedAt('interval-starts-at-once', seed))
      .filter(({ believed }) =>
        marginals(diagnosis).every(([id]) => id === held || !believed.has(id)),
      )
      .filter(({ believed }) => !believed.has(held));
    const [silent] = without;
    const telling = aimedAt(held, 50);
    assert.equal(mostTelling(diagnosis, [...(silent ? [silent] : []), telling]), telling);
  });

  it('is the same for the same answers and seed', () => {
    const diagnosis = learnt(drills.slice(0, 2).map((drill) => answerBy(drill, held)));
    const next = nextDrill(diagnosis, 3, 7);
    assert.ok(next);
    assert.equal(next.recipe.level, 3);
    assert.deepEqual(nextDrill(diagnosis, 3, 7)?.recipe, next.recipe);
    assert.equal(makeDrill(next.recipe)?.code, next.code);
  });
});
