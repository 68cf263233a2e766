// cspell:ignore שלום mred
import assert from 'node:assert/strict';
import { createRunResults } from '../../../src/inline/line-results.ts';
import type { PlaceVerdict } from '../../../src/inline/compared.ts';
import type { LineResults } from '../../../src/inline/line-results.ts';
import { phaseLetter } from '../../../src/inline/phase-letter.ts';
import type { Printed } from '../../../src/inline/printed.ts';
import { resultText } from '../../../src/inline/result-text.ts';

const words = {
  blankLine: '(blank line)',
  predicted: (what: string) => `predicted ${what}`,
  notPredicted: 'not predicted',
  nothingPrinted: 'nothing printed here',
  wrongFrom: (what: string) => `predicted ${what}, wrong from here`,
};
const place = { line: 3 };
const line = (number: number, text: string, more: Partial<Printed> = {}): Printed => ({
  ...{ number, text, stream: 'stdout', place },
  ...more,
});
/** Without the marks that keep directions of writing apart. */
const show = (...printed: Printed[]) => {
  const [group] = createRunResults(printed).groups;
  assert.ok(group);
  const { text, style } = resultText(group, words);
  return [text.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0\u00a0', '  '), style];
};

describe('The text beside a line', () => {
  it('is its number in the order of the output, the phase and the value', () => {
    assert.deepEqual(show(line(4, 'done', { phase: 'timers' })), ['4 T  done', 'timers']);
    assert.deepEqual(show(line(4, 'done')), ['4  done', 'pending']);
  });

  it('shows first, last and count of what was printed often', () => {
    const often = [1, 2, 9].map((number) => line(number, `i ${number}`, { phase: 'main' }));
    assert.deepEqual(show(...often), ['1 M  i 1 … 9 M  i 9  ×3', 'main']);
    assert.deepEqual(show(...often.slice(1)), ['2 M  i 2 · 9 M  i 9', 'main']);
    const mixed = [line(1, 'a', { phase: 'main' }), line(2, 'b', { phase: 'check' })];
    assert.deepEqual(show(...mixed), ['1 M  a · 2 C  b', 'mixed']);
  });

  it('joins the lines of one call, which has one time, and counts calls', () => {
    const object = ['{', '  id: 1,', "  name: 'one'", '}'];
    const call = (
      from: number,
      ms: number,
      texts: readonly string[],
      more: Partial<Printed> = {},
    ) =>
      texts.map((text, at) =>
        line(from + at, text, {
          phase: 'main',
          ms,
          ...more,
          ...(at > 0 && { values: undefined }),
        } as Partial<Printed>),
      );
    const values = [{ kind: 'more', count: 1 }] as unknown as NonNullable<Printed['values']>;
    assert.deepEqual(show(...call(4, 0.5, object, { values })), [
      "4–7 M  { id: 1, name: 'one' }",
      'main',
    ]);
    assert.deepEqual(show(...call(2, 0.5, ['a', '', ' b'])), ['2–4 M  a ↵  ↵  b', 'main']);
    const thrice = [1, 5, 9].flatMap((from) => call(from, from, object, { values }));
    assert.deepEqual(show(...thrice), [
      "1–4 M  { id: 1, name: 'one' } … 9–12 M  { id: 1, name: 'one' }  ×3",
      'main',
    ]);
    const long = Array.from({ length: 500 }, (_, at) => `line ${at} of many`);
    const [cut = ''] = show(...call(1, 3, long));
    assert.match(cut, /^1–500 M {2}line 0 of many ↵ line 1 of many ↵ .{80,110}…$/);
    // What has no time yet, or another one, is another call.
    assert.equal(show(line(1, 'a'), line(2, 'b'))[0], '1  a · 2  b');
    assert.equal(show(line(1, 'a', { ms: 1 }), line(2, 'b', { ms: 2 }))[0], '1  a · 2  b');
    assert.equal(show(line(1, 'a', { ms: 1 }), line(3, 'b', { ms: 1 }))[0], '1  a · 3  b');
  });

  it('tells errors and stderr in words too', () => {
    assert.deepEqual(show(line(1, 'x', { stream: 'stderr', phase: 'main' })), [
      '1 M stderr  x',
      'stderr',
    ]);
    assert.deepEqual(show(line(1, 'a'), line(2, 'Error: b', { stream: 'uncaught' })), [
      '1  a · 2  Uncaught Error: b',
      'error',
    ]);
  });

  it('says what became of what was predicted there', () => {
    const [group] = createRunResults([line(3, 'done', { phase: 'timers' })]).groups;
    assert.ok(group);
    const beside = (judged: PlaceVerdict, results: LineResults = group) => {
      const { text, style } = resultText(results, words, judged);
      return [text.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0\u00a0', '  '), style];
    };
    const two = { predicted: [{ number: 2 }], isFirstWrong: false };
    assert.deepEqual(beside({ ...two, kind: 'right' }), ['✓ 3 T  done', 'timers']);
    assert.deepEqual(beside({ ...two, kind: 'other' }), ['≈ 3 T  done  ·  predicted 2', 'timers']);
    assert.deepEqual(beside({ ...two, kind: 'wrong' }), ['✗ 3 T  done  ·  predicted 2', 'wrong']);
    assert.deepEqual(beside({ ...two, kind: 'wrong', isFirstWrong: true }), [
      '✗ 3 T  done  ·  predicted 2, wrong from here',
      'wrong',
    ]);
    assert.deepEqual(beside({ kind: 'missed', predicted: [], isFirstWrong: false }), [
      '✗ 3 T  done  ·  not predicted',
      'wrong',
    ]);
    const typed = {
      kind: 'wrong',
      predicted: [{ number: 4, text: 'x' }],
      isFirstWrong: false,
    } as const;
    const nowhere = { ...group, printed: [] };
    assert.deepEqual(beside(typed, nowhere), ['✗ nothing printed here  ·  predicted 4 x', 'wrong']);
  });

  it('stays within its line, and is seen', () => {
    assert.deepEqual(show(line(1, '\u001b[31mred\u001b[0m\ta\u0007b\u2028c')), [
      '1  red a b c',
      'pending',
    ]);
    assert.deepEqual(show(line(1, ' ')), ['1  (blank line)', 'pending']);
    const [long = ''] = show(line(1, '😀'.repeat(200)));
    assert.equal(long, `1  ${'😀'.repeat(60)}…`);
    const [cut = ''] = show(line(1, `a${'😀'.repeat(200)}`));
    assert.ok(cut.isWellFormed() && cut.endsWith('😀…'));
  });

  it('keeps text from right to left apart from the numbers', () => {
    const [group] = createRunResults([line(1, 'שלום'), line(2, 'b')]).groups;
    assert.ok(group);
    assert.equal(
      resultText(group, words).text,
      '1\u00a0\u00a0\u2068שלום\u2069 · 2\u00a0\u00a0\u2068b\u2069',
    );
  });

  it('has a letter of its own for each phase', () => {
    const letters = Object.values(phaseLetter);
    assert.equal(new Set(letters).size, letters.length);
  });
});

describe('The results of a run', () => {
  it('are by file and line, and what has no place is only in the order of all', () => {
    const results = createRunResults();
    const first = results.add(line(1, 'a'));
    assert.equal(results.add(line(2, 'b')), first);
    results.add(line(3, 'c', { place: { file: '/dep.js', line: 3 } }));
    assert.equal(results.add({ number: 4, stream: 'exit', text: '1' }), undefined);
    assert.deepEqual(
      results.groups.map(({ place: where, printed }) => [where, printed.map(({ text }) => text)]),
      [
        [{ line: 3 }, ['a', 'b']],
        [{ file: '/dep.js', line: 3 }, ['c']],
      ],
    );
    assert.equal(results.all.length, 4);
  });
});
