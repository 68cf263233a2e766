import assert from 'node:assert/strict';
import { isStoredSource, subjectOfSource } from '../../../src/features/subject/stored-source.ts';
import type { StoredSource } from '../../../src/features/subject/stored-source.ts';

const program = { code: 'a()', kind: 'cjs', title: 'a.cjs' };

describe('What a page stored of its code', () => {
  it('is the user’s own code unless it says that it is not: that one runs only where it is trusted', async () => {
    for (const [own, expected] of [
      [undefined, true],
      [true, true],
      ['no', true],
      [0, true],
      [null, true],
      [false, false],
    ] as const) {
      const source = { program, ...(own !== undefined && { own }) } as unknown as StoredSource;
      const subject = await subjectOfSource(source, () => Promise.resolve(undefined));
      assert.deepEqual(subject, { kind: 'program', program, own: expected });
    }
  });

  it('is passed over in any other shape', () => {
    assert.ok(isStoredSource({ snippet: 'a' }));
    assert.ok(isStoredSource({ program, own: true }));
    const wrong = [
      ...[undefined, null, 'a', 7, [], {}, { snippet: 7 }, { program: null }],
      { program: { ...program, code: 7 } },
      { program: { ...program, kind: 'ts' } },
      { program: { ...program, title: undefined } },
      { program: [program] },
    ];
    for (const source of wrong) assert.equal(isStoredSource(source), false, JSON.stringify(source));
  });
});
