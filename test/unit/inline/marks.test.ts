import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marksAfter, rangeOfCode } from '../../../src/inline/marks.ts';
import type { Edit } from '../../../src/program/origin.ts';

const lines = ['function f() {', '  console.log(1);', '}', 'f();'];
const marks = lines.map((text, line) => ({ range: rangeOfCode(line, text), shown: text }));
const edit = (a: number, b: number, c: number, d: number, text: string): Edit => ({
  range: { start: { line: a, character: b }, end: { line: c, character: d } },
  text,
});
/** Which lines have marks, and whose they are. */
const after = (...edits: Edit[]) =>
  marksAfter(marks, edits).map(({ range, shown }) => [range.start.line, shown.trim()]);
const all = lines.map((text, line) => [line, text.trim()]);

describe('Marks beside lines', () => {
  it('move with lines above them, and stay where something is below', () => {
    assert.deepEqual(
      after(edit(1, 0, 1, 0, 'one();\ntwo();\n')),
      all.map(([line, text], at) => [at === 0 ? line : Number(line) + 2, text]),
    );
    assert.deepEqual(after(edit(3, 4, 3, 4, '\nmore();')), all);
  });

  it('stay at their code when a line is broken before it, and after it', () => {
    assert.deepEqual(after(edit(1, 2, 1, 2, '\n  ')).slice(0, 2), [all[0], [2, all[1]?.[1]]]);
    assert.deepEqual(after(edit(1, 17, 1, 17, '\n  ')).slice(0, 2), all.slice(0, 2));
  });

  it('stay at a line that is written into, and go with one that is replaced', () => {
    assert.deepEqual(after(edit(1, 14, 1, 15, '2')), all);
    assert.deepEqual(after(edit(1, 0, 2, 0, '')), [all[0], [1, '}'], [2, 'f();']]);
    assert.deepEqual(after(edit(0, 0, 3, 4, 'new')), []);
  });

  it('are in the document after any edits, never more than before', () => {
    const place = fc.record({ line: fc.nat(3), character: fc.nat(17) });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ one: place, two: place, text: fc.constantFrom('', 'x', '\n', 'a\nb\n') }),
        ),
        (given) => {
          const edits = given.map(({ one, two, text }): Edit => {
            const inOrder =
              one.line < two.line || (one.line === two.line && one.character <= two.character);
            return { range: inOrder ? { start: one, end: two } : { start: two, end: one }, text };
          });
          const left = marksAfter(marks, edits);
          assert.ok(left.length <= marks.length);
          for (const { range } of left) {
            assert.ok(range.start.line >= 0 && range.start.character >= 0);
            assert.ok(
              range.end.line > range.start.line || range.end.character > range.start.character,
            );
          }
        },
      ),
    );
  });

  it('are as long as the code of their line', () => {
    assert.deepEqual(rangeOfCode(5, '\tf();  '), {
      start: { line: 5, character: 1 },
      end: { line: 5, character: 5 },
    });
    assert.deepEqual(rangeOfCode(5, '  '), {
      start: { line: 5, character: 0 },
      end: { line: 5, character: 0 },
    });
  });
});
