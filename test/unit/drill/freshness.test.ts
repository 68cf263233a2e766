import assert from 'node:assert/strict';
import type { BeliefId } from '../../../src/explain/beliefs.ts';
import {
  chain,
  define,
  evaluate,
  give,
  immediate,
  inline,
  print,
  read,
  repeat,
  resolving,
  settled,
  stored,
  then,
  thenable,
  tick,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import { createDrillWork } from '../../../src/drill/drill-work.ts';
import { newDiagnosis } from '../../../src/drill/diagnosis.ts';
import { isFresh, shownOf, type Shown } from '../../../src/drill/freshness.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { nextDrill } from '../../../src/drill/next-drill.ts';
import type { Statement } from '../../../src/drill/program.ts';
import { parseRecipe } from '../../../src/drill/recipe-text.ts';
import { tricksOf } from '../../../src/drill/tricks.ts';

const drillOf = (believed: readonly BeliefId[], ...body: Statement[]) => ({
  program: { kind: 'cjs', functions: [], body } as const,
  believed: new Map(believed.map((id) => [id, ['x']])),
});
const shownWith = (signature: string, ...tricks: string[]): Shown => ({ signature, tricks });
const other = (at: number, ...tricks: string[]) => shownWith(`belief ${at}`, ...tricks);
const others = (count: number) => Array.from({ length: count }, (_, at) => other(at));

describe('A program that was shown', () => {
  it('is remembered by the beliefs that it catches and by its tricks', () => {
    const nested = immediate(print('a'), immediate(print('b'), timeout(0, print('c'))));
    const drill = drillOf(
      ['chain-runs-through', 'all-is-free'],
      nested,
      define('p', settled),
      chain(stored('p'), then(print('d'), tick(print('f')))),
      { do: 'repeat', name: 'f', schedule: 'await', times: 2, label: 'e' },
    );
    const { signature, tricks } = shownOf(drill);
    assert.equal(signature, 'all-is-free chain-runs-through');
    assert.deepEqual(tricks, [
      'an immediate in setImmediate',
      'two chains of one promise',
      'a tick in a microtask',
    ]);
  });

  it('has tricks that go with a construct', () => {
    const of = (...body: Statement[]) => tricksOf(drillOf([], ...body).program);
    const contest = [timeout(0, print('a')), immediate(print('b'))];
    assert.deepEqual(of(read(...contest, print('c'))), [
      'an immediate and a timeout in readFile',
      'a timeout at the end',
    ]);
    const awaits = evaluate(inline(wait(thenable('t', 't')), tick(print('a'))));
    assert.deepEqual(of(awaits), ['await of a thenable', 'a tick in a microtask']);
    assert.deepEqual(of(tick(print('a'), tick(print('b')))), [], 'ticks in ticks are none');
    assert.deepEqual(of(chain(settled, then(give(settled)))), ['return settled in then']);
    assert.deepEqual(of(evaluate(resolving(settled))), ['resolved with a promise']);
    assert.deepEqual(of(repeat('f', 'setImmediate', 2, 'a')), ['setImmediate again and again']);
  });
});

describe('A fresh program', () => {
  const drill = drillOf(['all-is-free'], { do: 'block', ms: 20 });

  it('needs other knowledge than each of the last ten', () => {
    const same = shownWith('all-is-free');
    assert.ok(isFresh(drill, []));
    assert.ok(!isFresh(drill, [same, ...others(9)]));
    assert.ok(isFresh(drill, [same, ...others(10)]));
  });

  it('has a trick that the last two had not, and at most one of the last eight', () => {
    const blocking = other(50, 'block');
    assert.ok(!isFresh(drill, [blocking, ...others(1)]));
    assert.ok(isFresh(drill, [blocking, ...others(2)]));
    assert.ok(!isFresh(drill, [blocking, blocking, ...others(2)]));
    assert.ok(isFresh(drill, [blocking, blocking, ...others(7)]), 'one of them is further back');
  });

  it('has no two tricks of one of the last eight', () => {
    const two = drillOf(['all-is-free'], { do: 'block', ms: 20 }, define('p', settled));
    const both = other(50, 'block', 'two chains of one promise');
    assert.ok(!isFresh(two, [both, ...others(7)]));
    assert.ok(isFresh(two, [both, ...others(8)]));
    assert.ok(isFresh(two, [other(50, 'block'), ...others(7)]));
  });
});

describe('The next drill', function () {
  this.timeout(60_000);

  it('is a fresh one on level 4, and any one below', () => {
    const first = nextDrill(newDiagnosis(), 4, 7) ?? assert.fail();
    const after = nextDrill(newDiagnosis(), 4, 7, [shownOf(first)]) ?? assert.fail();
    assert.notEqual(shownOf(after).signature, shownOf(first).signature);
    const below = nextDrill(newDiagnosis(), 3, 7) ?? assert.fail();
    assert.equal(nextDrill(newDiagnosis(), 3, 7, [shownOf(below)])?.code, below.code);
  });

  it('is held against those that were answered, and the one that is being read', () => {
    // Of a race which one is next is left to chance.
    const seed = 8;
    const ask = (work: ReturnType<typeof createDrillWork>, recipes: readonly string[]) => {
      const answers = recipes.map((recipe) => ({ recipe, prediction: ['x'], weight: 0 }));
      const answer = work.answer({ kind: 'next', level: 4, seed, answers });
      assert.ok(answer && 'code' in answer);
      return answer.recipe;
    };
    const signatureOf = (recipe: string) => {
      const drill = makeDrill(parseRecipe(recipe) ?? assert.fail());
      return shownOf(drill ?? assert.fail()).signature;
    };
    const work = createDrillWork();
    const first = ask(work, []);
    assert.notEqual(signatureOf(ask(work, [])), signatureOf(first), 'it is being read');
    const again = ask(createDrillWork(), [first]);
    assert.notEqual(signatureOf(again), signatureOf(first), 'it was answered');
  });
});
