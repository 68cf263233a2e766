import assert from 'node:assert/strict';
import { checkMessage } from '../../../src/features/pages/message-check.lazy.ts';
import { predictionLimit } from '../../../src/features/pages/message-schemas.ts';

describe('A message from a page', () => {
  const kindOf = (page: Parameters<typeof checkMessage>[0], message: unknown) =>
    checkMessage(page, message).kind;
  const predict = (lines: unknown) => ({
    ...{ page: 'p', id: 1, kind: 'predict' },
    prediction: { mode: 'typed', lines },
  });

  it('is taken when the page may say it', () => {
    assert.equal(kindOf('predict', predict(['a', 'b'])), 'right');
    assert.equal(kindOf('predict', { page: 'p', kind: 'ready' }), 'right');
    assert.equal(kindOf('runs', { page: 'p', id: 1, kind: 'start', mode: 'everywhere' }), 'right');
    const tick = { page: 1, request: 2, kind: 'tick', point: 'p', on: true };
    assert.equal(kindOf('answer', tick), 'right');
    assert.equal(kindOf('answer', { page: 1, request: 2, kind: 'copyLink' }), 'right');
    assert.equal(kindOf('cheat-sheet', { kind: 'level', level: 'mid' }), 'right');
  });

  it('is refused when it has another shape', () => {
    const wrong = [undefined, null, 7, 'predict', [], {}, { kind: 'toString' }];
    for (const page of ['predict', 'runs', 'answer', 'cheat-sheet'] as const) {
      for (const message of wrong) assert.equal(kindOf(page, message), 'wrong');
    }
    assert.equal(kindOf('predict', predict([1])), 'wrong');
    assert.equal(kindOf('predict', predict('a')), 'wrong');
    const tick = { page: 1, request: 2, kind: 'tick', point: 'p', on: 'yes' };
    assert.equal(kindOf('answer', tick), 'wrong');
    const setting = { page: 'p', id: 1, kind: 'openSetting', setting: 'editor.fontSize' };
    assert.equal(kindOf('predict', setting), 'wrong');
  });

  it('is refused with the limit when a prediction is too long', () => {
    assert.equal(kindOf('predict', predict(['x'.repeat(predictionLimit - 1)])), 'right');
    assert.deepEqual(checkMessage('predict', predict(['x'.repeat(20_000_000)])), {
      kind: 'tooLong',
      most: predictionLimit,
    });
  });
});
