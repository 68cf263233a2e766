import assert from 'node:assert/strict';
import { readArgument } from '../../../src/features/quiz/read-quiz-argument.ts';

describe('What a quiz is told to ask', () => {
  it('is a scope, or a topic or a question of the tree', () => {
    const level = { kind: 'level', level: 'senior' };
    assert.deepEqual(readArgument(level), level);
    for (const scope of [
      ...[
        { kind: 'due' },
        { kind: 'rules' },
        { kind: 'redo' },
        { kind: 'one' },
        { kind: 'tag', id: 'timers' },
      ],
      { kind: 'questions', ids: ['a', 'b'] },
      { kind: 'card', id: 'check:q/c' },
    ]) {
      assert.deepEqual(readArgument(scope), scope);
    }
    assert.deepEqual(readArgument({ kind: 'topic', topic: { id: 't' } }), {
      kind: 'topic',
      id: 't',
    });
    const card = { kind: 'card', cardId: 'question:q', card: { id: 'q' } };
    assert.deepEqual(readArgument(card), { kind: 'question', id: 'q' });
  });

  it('is nothing where it is anything else', () => {
    for (const other of [
      ...[undefined, null, 'due', 7, [], {}, { kind: 'topic' }, { kind: 'card', card: {} }],
      ...[
        { kind: 'level', level: 'expert' },
        { kind: 'questions', ids: [7] },
      ],
    ]) {
      assert.equal(readArgument(other), undefined, JSON.stringify(other));
    }
  });
});
