import assert from 'node:assert/strict';
import { findPhrases } from './find-phrases.ts';
import { phrases } from './phrases.ts';
import { drawings, proseFiles, snippetMatters } from './prose-files.ts';

describe("A text speaks the field's language", () => {
  for (const { file, text } of [...proseFiles(), ...snippetMatters(), ...drawings()]) {
    it(file, () => {
      assert.deepEqual(findPhrases(file, text, phrases), []);
    });
  }

  const found = (text: string) =>
    findPhrases('questions/async/x.md', text, phrases).map((one) => one.replace(/:.*/s, ''));

  it('finds a phrase over the end of a line, in any case, with its line', () => {
    assert.deepEqual(found('One\n\nA turn is\nno phase.'), ['3']);
    assert.deepEqual(found('At once.'), ['1']);
  });

  it('finds the forms of other Englishes, with the numbers and comparisons', () => {
    const stilted = [
      'It is freed afterwards.',
      'It is not read any more.',
      'At 95 % it is full.',
      'Send a whole\nnumber.',
      'Timeout against immediate.',
      'The trade-off is freedom against structure.',
    ];
    for (const text of stilted) assert.equal(found(text).length, 1, text);
    const fine = 'Any more requests? Run tests against a database, at 95%, and forward the rest.';
    assert.deepEqual(found(fine), []);
  });

  it('finds "the other one" that no first one precedes, and "of its own"', () => {
    const stilted = [
      'It is slow.\n\nThe other one is a cache.',
      'It is slow.\n\nThe second: no cache.',
      'It has a cache of its own.',
      'It starts there and goes on from there.',
      'It is closed, as there is no reader.',
      'The process was signalled.',
    ];
    for (const text of stilted) assert.equal(found(text).length, 1, text);
    const fine = 'It closes one socket.\nThe other one is open. It has its own cache.';
    assert.deepEqual(found(fine), []);
  });

  it('lets idioms and code be', () => {
    const fine = [
      'There is no such thing. It is no longer so. It is no slower.',
      'All at once they start. `is no phase`',
      '[a link](question:for-ever)',
    ];
    assert.deepEqual(found(fine.join('\n')), []);
  });

  it('allows a word of the specification once', () => {
    assert.deepEqual(found('A promise job.\n'), []);
    assert.deepEqual(found('A promise job.\nTwo promise jobs.'), ['2']);
  });
});
