import assert from 'node:assert/strict';
import { saidAnswer } from '../../../src/features/interview/said-answer.ts';

describe('The answer to a follow-up question', () => {
  it('is said without the snippet or drawing that its page shows with it', () => {
    assert.equal(saidAnswer('It waits.\n\n```snippet\ninterval-overlaps\n```\n'), 'It waits.');
    assert.equal(saidAnswer('One.\n\n```diagram\nphases\n```\n\nTwo.'), 'One.\n\n\n\nTwo.');
    assert.equal(saidAnswer('Use `x`.\n\n```js\nx();\n```'), 'Use `x`.\n\n```js\nx();\n```');
  });
});
