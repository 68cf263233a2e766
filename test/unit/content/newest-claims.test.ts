import assert from 'node:assert/strict';
import { staleClaims, undatedClaims } from '../../../scripts/lib/newest-claims.mts';
import { proseFiles } from './prose-files.ts';

describe('A page that names a version as the newest says when that was checked', () => {
  for (const { file, text } of proseFiles()) {
    it(file, () => {
      const found = undatedClaims(text).map(({ line, sentence }) => `${line}: ${sentence}`);
      assert.deepEqual(found, [], 'Add "checked November 2026", with the month of your check.');
    });
  }

  it('finds such a sentence over the end of a line', () => {
    const claim = 'Some text.\nToday TypeScript 7 is\nthe newest one. More.';
    assert.deepEqual(
      undatedClaims(claim),
      [{ line: 1, sentence: 'Today TypeScript 7 is the newest one' }].map((one) => ({
        ...one,
        line: 2,
      })),
    );
    assert.deepEqual(undatedClaims(`${claim} (checked November 2026)`), []);
    assert.deepEqual(undatedClaims('Since Node 22 it is there. It is the newest way.'), []);
  });

  it('lists a check of 181 days ago, and none of 180', () => {
    const text = 'One.\nNewest (checked November 2026).';
    const after = (days: number) => new Date(Date.UTC(2026, 10, 30) + days * 86_400_000);
    assert.deepEqual(staleClaims(text, after(180)), []);
    assert.deepEqual(staleClaims(text, after(181)), [
      { line: 2, checked: 'November 2026', days: 181 },
    ]);
  });
});
