import assert from 'node:assert/strict';
import { findPhrases } from './find-phrases.ts';
import { phrases } from './phrases.ts';
import { proseFiles, snippetMatters } from './prose-files.ts';

describe("A text speaks the field's language", () => {
  for (const { file, text } of [...proseFiles(), ...snippetMatters()]) {
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
