import assert from 'node:assert/strict';
import {
  contrastName,
  contrastNamed,
  contrasts,
  contrastsOf,
  showsContrast,
} from '../../../src/drill/contrasts.ts';
import { createDrillWork, type DrillProgram } from '../../../src/drill/drill-work.ts';
import { labelsByConstruct } from '../../../src/drill/labels-by-construct.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { parseRecipe } from '../../../src/drill/recipe-text.ts';
import { handWritten } from './programs.ts';

describe('Two constructs side by side', () => {
  const work = createDrillWork();
  for (const contrast of contrasts) {
    const name = contrastName(contrast);
    it(`are in a short program whose order the belief gets wrong: ${name}`, () => {
      const made = work.answer({ kind: 'contrast', contrast: name, seed: 5 }) as
        DrillProgram | undefined;
      const recipe = made && parseRecipe(made.recipe);
      const drill = recipe && makeDrill(recipe);
      assert.ok(drill, name);
      assert.ok(showsContrast(drill, contrast), name);
      assert.ok(drill.code.split('\n').length <= 30, drill.code);
    });
  }

  it('are told apart by what each prints itself', () => {
    const labels = labelsByConstruct(
      handWritten['a callback of I/O'] ?? assert.fail('There is no such program'),
    );
    assert.deepEqual(labels.get('readFile'), ['read']);
    assert.deepEqual(labels.get('setTimeout'), ['timeout']);
    assert.deepEqual(labels.get('process.nextTick'), ['tick']);
    assert.equal(labels.get('setInterval'), undefined);
  });

  it('are shown only where the belief turns their order', () => {
    const contrast = contrastNamed('setTimeout/setImmediate') ?? assert.fail();
    const { program } = makeDrill({ level: 2, seed: 1 }) ?? assert.fail();
    const drill = makeDrill({ level: 2, seed: 1 }) ?? assert.fail();
    assert.ok(!showsContrast({ ...drill, program, believed: new Map() }, contrast));
    assert.equal(contrastNamed('setTimeout/eval'), undefined);
  });

  it('are those that a question teaches', () => {
    const pairs = contrastsOf('predict-timeout-immediate').map(contrastName);
    assert.deepEqual(pairs, ['setTimeout/setImmediate']);
    assert.deepEqual(contrastsOf('no-such-question'), []);
  });
});
