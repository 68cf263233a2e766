import assert from 'node:assert/strict';
import { firstMode } from '../../../src/features/predict/page-snippet.ts';
import type { LineCard, Difficulty } from '../../../src/shared/predict.ts';

const cards: LineCard[] = [{ stream: 'stdout', text: 'a', typed: 'a' }];
const of = (difficulty: Difficulty) => ({
  cards,
  bank: { difficulty, teaches: '', questionTitle: '' },
});

describe('How a prediction is entered at first', () => {
  it('follows the difficulty, as cards say which lines are printed', () => {
    const modes = (['easy', 'medium', 'hard', 'devilish'] as const).map((difficulty) =>
      firstMode(of(difficulty), 'byDifficulty'),
    );
    assert.deepEqual(modes, ['cards', 'cards', 'typed', 'typed']);
  });

  it('is what the setting says, where there are cards', () => {
    assert.equal(firstMode(of('devilish'), 'cards'), 'cards');
    assert.equal(firstMode(of('easy'), 'typed'), 'typed');
    assert.equal(firstMode({ cards: [] }, 'cards'), 'typed');
  });
});
