import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atItsPlace, isOrigin, linesBefore, rangeAfter } from '../../../src/program/origin.ts';
import type { Range } from '../../../src/program/origin.ts';

const range = (...[a, b, c, d]: readonly [number, number, number, number]): Range => ({
  start: { line: a, character: b },
  end: { line: c, character: d },
});

describe('A part of a document as a program', () => {
  it('has the lines and columns of the document', () => {
    assert.equal(atItsPlace('f();\ng();', { line: 2, character: 4 }), '\n\n    f();\ng();');
    assert.equal(atItsPlace('f();', { line: 0, character: 0 }), 'f();');
  });

  it('knows how many lines are before it', () => {
    assert.equal(linesBefore(undefined), 0);
    assert.equal(linesBefore({ uri: 'file:///a.js', version: 1 }), 0);
    assert.equal(linesBefore({ uri: 'file:///a.js', version: 1, range: range(39, 0, 59, 1) }), 39);
  });

  it('moves with what is written and taken away above it', () => {
    const selected = range(39, 2, 59, 5);
    const line = { range: range(3, 0, 3, 0), text: 'one\ntwo\n' };
    assert.deepEqual(rangeAfter(selected, line), range(41, 2, 61, 5));
    assert.deepEqual(
      rangeAfter(selected, { range: range(1, 0, 4, 0), text: '' }),
      range(36, 2, 56, 5),
    );
    assert.deepEqual(
      rangeAfter(selected, { range: range(39, 0, 39, 1), text: 'abc' }),
      range(39, 4, 59, 5),
    );
  });

  it('grows and shrinks with what is edited inside', () => {
    const selected = range(1, 2, 3, 4);
    assert.deepEqual(
      rangeAfter(selected, { range: range(2, 0, 2, 0), text: '\r\n' }),
      range(1, 2, 4, 4),
    );
    assert.deepEqual(
      rangeAfter(selected, { range: range(3, 1, 3, 3), text: '' }),
      range(1, 2, 3, 2),
    );
  });

  it('stays as it is when something is written below it or at its borders', () => {
    const selected = range(1, 2, 3, 4);
    for (const edit of [range(3, 4, 3, 4), range(5, 0, 9, 0)]) {
      assert.deepEqual(rangeAfter(selected, { range: edit, text: 'x\ny' }), selected);
    }
    assert.deepEqual(
      rangeAfter(selected, { range: range(1, 2, 1, 2), text: 'ab' }),
      range(1, 4, 3, 4),
    );
  });

  it('loses what an edit across a border takes', () => {
    const selected = range(1, 2, 3, 4);
    assert.deepEqual(
      rangeAfter(selected, { range: range(0, 0, 2, 1), text: 'new' }),
      range(0, 3, 1, 4),
    );
    assert.deepEqual(
      rangeAfter(selected, { range: range(2, 0, 4, 0), text: 'new' }),
      range(1, 2, 2, 0),
    );
    assert.deepEqual(
      rangeAfter(selected, { range: range(0, 0, 9, 0), text: 'ab' }),
      range(0, 2, 0, 2),
    );
  });

  it('holds the same text after any edit outside of it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (document, written, ...at) => {
          const [from = 0, to = 0, cut = 0, past = 0] = at.map((n) => n % (document.length + 1));
          const [start, end] = from < to ? [from, to] : [to, from];
          const [first, last] = cut < past ? [cut, past] : [past, cut];
          fc.pre(start < end && (last <= start || first >= end));
          const edited = document.slice(0, first) + written + document.slice(last);
          const selected = rangeAfter(rangeOf(document, start, end), {
            range: rangeOf(document, first, last),
            text: written,
          });
          assert.equal(textIn(edited, selected), document.slice(start, end));
        },
      ),
    );
  });
});

describe('An origin from a stored page', () => {
  it('is believed only when it is one', () => {
    const origin = { uri: 'file:///a.js', version: 3, range: range(1, 2, 3, 4) };
    assert.equal(isOrigin(origin), true);
    assert.equal(isOrigin({ uri: 'file:///a.js', version: 3 }), true);
    const wrong = [null, 'file:///a.js', {}, { uri: 1, version: 1 }, { uri: 'a', version: -1 }];
    for (const value of wrong) assert.equal(isOrigin(value), false);
    for (const broken of [null, {}, { start: { line: 1, character: 0 } }, range(1.5, 0, 2, 0)]) {
      assert.equal(isOrigin({ ...origin, range: broken }), false);
    }
  });
});

function rangeOf(document: string, from: number, to: number): Range {
  return { start: positionAt(document, from), end: positionAt(document, to) };
}

function positionAt(document: string, offset: number) {
  const lines = document.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function textIn(document: string, { start, end }: Range): string {
  const lines = document.split('\n');
  const offset = (line: number, character: number) =>
    lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + character;
  return document.slice(offset(start.line, start.character), offset(end.line, end.character));
}
