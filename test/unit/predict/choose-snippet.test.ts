import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/bank/model.ts';
import {
  nextUnsolved,
  randomOther,
  randomUnsolved,
} from '../../../src/features/predict/choose-snippet.ts';
import type { Progress } from '../../../src/study/progress.ts';

const snippets = ['a', 'b', 'c'].map((id) => ({ id }) as Snippet);
const solved = (...ids: string[]) =>
  ({ snippet: (id: string) => (ids.includes(id) ? 'solved' : 'tried') }) as Progress;

describe('The snippet to predict next', () => {
  it('is the one that follows, going round and past what is solved', () => {
    assert.equal(nextUnsolved(snippets, solved(), 'a')?.id, 'b');
    assert.equal(nextUnsolved(snippets, solved('b'), 'a')?.id, 'c');
    assert.equal(nextUnsolved(snippets, solved('b'), 'c')?.id, 'a');
    assert.equal(nextUnsolved(snippets, solved(), undefined)?.id, 'a');
  });

  it('is none when all others are solved', () => {
    assert.equal(nextUnsolved(snippets, solved('b', 'c'), 'a'), undefined);
  });

  it('is any unsolved one at random, another one if there is one', () => {
    for (const random of [0, 0.5, 0.999]) {
      assert.equal(randomUnsolved(snippets, solved('a'), 'b', random)?.id, 'c');
      assert.equal(randomUnsolved(snippets, solved('a', 'c'), 'b', random)?.id, 'b');
      assert.equal(randomUnsolved(snippets, solved('a', 'b', 'c'), 'b', random), undefined);
      assert.notEqual(randomOther(snippets, 'b', random)?.id, 'b');
    }
  });
});
