import assert from 'node:assert/strict';
import {
  createDrillWork,
  type AnswerDiagnosis,
  type DrillProgram,
  type RecordedAnswer,
} from '../../../src/drill/drill-work.ts';
import { explainingBeliefs } from '../../../src/drill/explaining-beliefs.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import {
  levelOf,
  levelOfOtherVersion,
  parseRecipe,
  recipeLink,
  recipeOfLink,
  recipeText,
  seedOf,
} from '../../../src/drill/recipe-text.ts';

describe('Work of the drill', () => {
  it('writes recipes so that they can be read again, and reads nothing else', () => {
    for (const text of [
      '9/1/0',
      '9/4/4294967295/await-blocks',
      '9/2/7/race',
      '9/3/7/await-blocks/race',
    ]) {
      const recipe = parseRecipe(text);
      assert.ok(recipe, text);
      assert.equal(recipeText(recipe), text);
      assert.deepEqual([levelOf(text), seedOf(text)], [recipe.level, recipe.seed]);
    }
    for (const text of [
      '',
      '8/5/1',
      '7/1/1',
      '9/1/4294967296',
      '9/1/-1',
      '9/1/1/no-such',
      '9/1/1/race/race',
      'x3/1/1',
      '9/1/1/exit-is-early',
    ]) {
      assert.equal(parseRecipe(text), undefined, text);
    }
  });

  it('names a program in a link by its seed, level and version', () => {
    for (const [text, link] of [
      ['9/1/0', '0-1-9'],
      ['9/4/4294967295/await-blocks', '4294967295-4-9-await-blocks'],
      ['9/2/7/race', '7-2-9-race'],
      ['9/3/7/await-blocks/race', '7-3-9-await-blocks-race'],
    ] as const) {
      const recipe = parseRecipe(text);
      assert.ok(recipe, text);
      assert.equal(recipeLink(recipe), link);
      assert.equal(recipeOfLink(link), text);
    }
    for (const link of [
      '',
      '7',
      '7-5-8',
      '7-1-7',
      '7-1-9-no-such',
      '4294967296-1-9',
      '7-1-9/race',
    ]) {
      assert.equal(parseRecipe(recipeOfLink(link)), undefined, link);
    }
  });

  it('knows the level of a link that another version made', () => {
    assert.equal(levelOfOtherVersion('4021-3-2-await-blocks'), 3);
    assert.equal(levelOfOtherVersion('4021-3-7-await-blocks'), 3);
    assert.equal(levelOfOtherVersion('4021-3-9-await-blocks'), undefined);
    assert.equal(levelOfOtherVersion('4021'), undefined);
  });

  it('makes the same program of the same recipe, whoever asks', () => {
    const made = programOf(createDrillWork().answer({ kind: 'any', level: 2, seed: 11 }));
    const again = programOf(createDrillWork().answer({ kind: 'recipe', recipe: made.recipe }));
    assert.deepEqual(again, made);
    assert.equal(createDrillWork().answer({ kind: 'recipe', recipe: 'no recipe' }), undefined);
  });

  it('gives who waits a program that does not wait itself', () => {
    const waits = ({ code }: DrillProgram): boolean => /[^.]\b[1-9]\d\d\b/.test(code);
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    const made = seeds.map((seed) => makeDrill({ level: 1, seed }));
    assert.ok(
      made.some((drill) => drill && waits(drill as unknown as DrillProgram)),
      'some do',
    );
    const work = createDrillWork();
    const soon = seeds.map((seed) => programOf(work.answer({ kind: 'any', level: 1, seed })));
    assert.deepEqual(
      soon.filter(waits).map(({ code }) => code),
      [],
    );
  });

  it('makes programs against a belief, on the lowest level that has any', () => {
    const work = createDrillWork();
    for (let seed = 1; seed <= 10; seed++) {
      const { recipe } = programOf(
        work.answer({ kind: 'against', belief: 'finally-is-last', level: 1, seed }),
      );
      assert.equal(parseRecipe(recipe)?.aim, 'finally-is-last');
    }
  });

  it('finds a program that is as short as any', () => {
    const work = createDrillWork();
    const belief = 'promises-before-ticks';
    const smallest = programOf(work.answer({ kind: 'smallest', belief, seed: 3 }));
    const others = Array.from({ length: 5 }, (_, seed) =>
      programOf(work.answer({ kind: 'against', belief, level: 1, seed })),
    );
    const lines = ({ outputs }: DrillProgram) => outputs[0]?.length ?? 0;
    assert.ok(others.every((other) => lines(other) >= lines(smallest)));
    const { believed } = diagnose(work, [], smallest.recipe, []);
    assert.notDeepEqual(believed[belief], smallest.outputs[0]);
  });

  it('names a belief after answers that fit it, and not after right ones', () => {
    const belief = 'finally-is-last';
    for (const isHeld of [true, false]) {
      const work = createDrillWork();
      const answers: RecordedAnswer[] = [];
      let named: readonly string[] = [];
      for (let seed = 1; seed <= 4; seed++) {
        const { recipe, outputs } = programOf(
          work.answer({ kind: 'against', belief, level: 2, seed }),
        );
        const { believed } = diagnose(work, answers, recipe, outputs[0] ?? []);
        const prediction = (isHeld && believed[belief]) || outputs[0] || [];
        ({ named } = diagnose(work, answers, recipe, prediction));
        answers.push({ recipe, prediction, weight: 1 });
      }
      assert.deepEqual(named, isHeld ? [belief] : []);
    }
  });

  it('tells which beliefs predict exactly this, and nothing of a race', () => {
    const work = createDrillWork();
    const race = ([1, 2, 3, 4, 5] as const)
      .map((seed) => ({ level: 2, seed, race: true }) as const)
      .find((recipe) => makeDrill(recipe));
    assert.ok(race);
    const drill = makeDrill(race);
    const [believed = []] = drill?.believed.values() ?? [];
    assert.deepEqual(diagnose(work, [], recipeText(race), believed).explains, []);
    const one = programOf(work.answer({ kind: 'recipe', recipe: '9/2/8' }));
    const plain = makeDrill({ level: 2, seed: 8 });
    assert.ok(plain);
    for (const lines of plain.believed.values()) {
      const { explains } = diagnose(work, [], one.recipe, lines);
      assert.deepEqual(explains, explainingBeliefs(plain, lines));
      assert.ok(explains.length > 0);
    }
  });
});

type Work = ReturnType<typeof createDrillWork>;

function diagnose(
  work: Work,
  answers: readonly RecordedAnswer[],
  recipe: string,
  prediction: readonly string[],
): AnswerDiagnosis {
  const answer = work.answer({ kind: 'diagnose', answers, recipe, prediction });
  assert.ok(answer && 'named' in answer);
  return answer;
}

function programOf(answer: ReturnType<Work['answer']>): DrillProgram {
  assert.ok(answer && 'code' in answer);
  return answer;
}
