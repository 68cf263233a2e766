import assert from 'node:assert/strict';
import type { BeliefId } from '../../../src/explain/beliefs.ts';
import {
  chain,
  define,
  immediate,
  print,
  settled,
  stored,
  then,
  timeout,
} from '../../../src/drill/build.ts';
import { createDrillWork } from '../../../src/drill/drill-work.ts';
import { newDiagnosis } from '../../../src/drill/diagnosis.ts';
import { isFresh, shownOf, type Shown } from '../../../src/drill/freshness.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { nextDrill } from '../../../src/drill/next-drill.ts';
import type { Statement } from '../../../src/drill/program.ts';
import { parseRecipe } from '../../../src/drill/recipe-text.ts';

const drillOf = (believed: readonly BeliefId[], ...body: Statement[]) => ({
  program: { kind: 'cjs', functions: [], body } as const,
  believed: new Map(believed.map((id) => [id, ['x']])),
});
const shownWith = (signature: string, ...subjects: string[]): Shown => ({ signature, subjects });
const other = (at: number, ...subjects: string[]) => shownWith(`belief ${at}`, ...subjects);

describe('A program that was shown', () => {
  it('is remembered by the beliefs that it catches and by what it is about', () => {
    const nested = immediate(print('a'), immediate(print('b'), timeout(0, print('c'))));
    const drill = drillOf(
      ['chain-runs-through', 'all-is-free'],
      nested,
      define('p', settled),
      chain(stored('p'), then(print('d'))),
      { do: 'repeat', name: 'f', schedule: 'await', times: 2, label: 'e' },
    );
    const { signature, subjects } = shownOf(drill);
    assert.equal(signature, 'all-is-free chain-runs-through');
    assert.deepEqual(subjects, [
      'immediates in immediates',
      'two chains of one promise',
      'repeats itself with await',
    ]);
  });
});

describe('A fresh program', () => {
  const drill = drillOf(['all-is-free'], { do: 'block', ms: 20 });

  it('needs other knowledge than each of the last ten', () => {
    const same = shownWith('all-is-free');
    const after = (count: number) => [same, ...Array.from({ length: count }, (_, at) => other(at))];
    assert.ok(isFresh(drill, []));
    assert.ok(!isFresh(drill, after(9)));
    assert.ok(isFresh(drill, after(10)));
  });

  it('is about something that at most three of the 29 before it were about', () => {
    const blocking = (count: number) =>
      Array.from({ length: count }, (_, at) => other(at, 'block'));
    const between = Array.from({ length: 26 }, (_, at) => other(50 + at, 'emit'));
    assert.ok(isFresh(drill, blocking(3)));
    assert.ok(!isFresh(drill, blocking(4)));
    assert.ok(isFresh(drill, [...blocking(4), ...between]), 'one of them is further back');
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
