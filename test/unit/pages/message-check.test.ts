import assert from 'node:assert/strict';
import { checkMessage } from '../../../src/features/pages/message-check.lazy.ts';
import { predictionLimit } from '../../../src/features/pages/message-schemas.ts';
import { inputLimit } from '../../../src/shared/limits.ts';

describe('A message from a page', () => {
  const kindOf = (page: Parameters<typeof checkMessage>[0], message: unknown) =>
    checkMessage(page, message).kind;
  const request = (request: unknown) => ({ kind: 'request', page: 1, id: 2, request });
  const predict = (lines: unknown) =>
    request({
      kind: 'predict',
      prediction: { mode: 'typed', lines },
      attempt: { number: 2, seen: 'line' },
    });

  it('is taken when the page may say it', () => {
    assert.equal(kindOf('predict', predict(['a', 'b'])), 'right');
    assert.equal(kindOf('predict', { kind: 'ready' }), 'right');
    assert.equal(kindOf('predict', request({ kind: 'input', run: 1, text: 'a\n' })), 'right');
    assert.equal(kindOf('predict', request({ kind: 'endInput', run: 1 })), 'right');
    assert.equal(kindOf('runs', request({ kind: 'start', mode: 'everywhere' })), 'right');
    assert.equal(kindOf('answer', request({ kind: 'tick', point: 'p', on: true })), 'right');
    assert.equal(kindOf('answer', request({ kind: 'copyLink' })), 'right');
    assert.equal(kindOf('answer', request({ kind: 'draft' })), 'right');
    assert.equal(kindOf('cheat-sheet', request({ kind: 'level', level: 'mid' })), 'right');
  });

  it('is refused when it has another shape', () => {
    const wrong = [undefined, null, 7, 'predict', [], {}, { kind: 'toString' }];
    for (const page of ['predict', 'runs', 'answer', 'cheat-sheet'] as const) {
      for (const message of wrong) {
        assert.equal(kindOf(page, message), 'wrong');
        assert.equal(kindOf(page, request(message)), 'wrong');
      }
    }
    assert.equal(kindOf('predict', predict([1])), 'wrong');
    assert.equal(kindOf('predict', predict('a')), 'wrong');
    assert.equal(kindOf('answer', request({ kind: 'tick', point: 'p', on: 'yes' })), 'wrong');
    const setting = { kind: 'openSetting', setting: 'editor.fontSize' };
    assert.equal(kindOf('predict', request(setting)), 'wrong');
    const input = { kind: 'input', run: 1, text: 'x'.repeat(inputLimit + 1) };
    assert.equal(kindOf('predict', request(input)), 'wrong');
    assert.equal(kindOf('answer', { ...request({ kind: 'copyLink' }), page: 'p' }), 'wrong');
    assert.equal(kindOf('answer', { kind: 'copyLink' }), 'wrong');
  });

  it('is refused with the limit when a prediction is too long', () => {
    assert.equal(kindOf('predict', predict(['x'.repeat(predictionLimit - 1)])), 'right');
    assert.deepEqual(checkMessage('predict', predict(['x'.repeat(20_000_000)])), {
      kind: 'tooLong',
      most: predictionLimit,
    });
  });
});
