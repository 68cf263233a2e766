import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  comparable,
  findUnrecorded,
  mergeUnrecorded,
} from '../../../src/runner/merge-unrecorded-output.ts';
import type { Piece } from '../../../src/runner/merge-unrecorded-output.ts';

const out = (text: string): Piece => ({ stream: 'stdout', text });
const err = (text: string): Piece => ({ stream: 'stderr', text });
const merged = async (pieces: readonly Piece[], arrived: string, known = pieces.length) =>
  mergeUnrecorded(
    pieces,
    await findUnrecorded('stdout', pieces, [{ text: comparable(arrived), known }]),
  );

describe('What went around the records', () => {
  it('is nothing when every byte was announced', async () => {
    const pieces = [out('a\n'), err('x\n'), out('b\n')];
    assert.deepEqual(await merged(pieces, 'a\nb\n'), pieces);
  });

  it('stands between the writes that it came between', async () => {
    const pieces = [out('a\n'), err('x\n'), out('b\n')];
    assert.deepEqual(await merged(pieces, 'a\nNEW\nb\n', 1), [
      out('a\n'),
      out('NEW\n'),
      err('x\n'),
      out('b\n'),
    ]);
    assert.deepEqual(await merged(pieces, 'a\nNEW\nb\n', 3), [
      out('a\n'),
      err('x\n'),
      out('NEW\n'),
      out('b\n'),
    ]);
  });

  it('stands at the ends', async () => {
    assert.deepEqual(await merged([out('a')], '1a2'), [out('1'), out('a'), out('2')]);
    assert.deepEqual(await merged([], 'all'), [out('all')]);
  });

  it('is not what was announced and never arrived', async () => {
    const pieces = [out('first\n'), out('second\n'), out('third\n')];
    assert.deepEqual(await merged(pieces, 'first\nsec'), pieces);
    assert.deepEqual(await merged(pieces, 'first\nthird\n'), pieces);
    assert.deepEqual(await merged(pieces, ''), pieces);
  });

  it('is not a byte that is no text and was decoded in other pieces', async () => {
    assert.deepEqual(
      (await merged([out('\uFFFDa'), out('\uD800')], '\uFFFD\uFFFDa\uFFFD\uFFFD\uFFFD')).length,
      2,
    );
  });

  it('keeps the stream as it arrived, whatever it is', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), minLength: 1, maxLength: 4 });
    const parts = fc.array(fc.record({ text, announced: fc.boolean() }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const pieces = all.filter(({ announced }) => announced).map(({ text }) => out(text));
        const arrived = all.map(({ text }) => text).join('');
        const shown = await merged(pieces, arrived);
        // Announced text may be found too early or too late, but none is lost or doubled.
        const count = (texts: readonly string[]) => texts.join('').length;
        assert.ok(count(shown.map(({ text }) => text)) >= arrived.length);
        if (pieces.length === all.length) assert.deepEqual(shown, pieces);
        if (pieces.length === 0) assert.equal(shown.map(({ text }) => text).join(''), arrived);
      }),
    );
  });
});
