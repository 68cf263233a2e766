import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignLines, type AlignedLine } from '../../../src/order/align-lines.ts';
import { judge } from '../../../src/order/judge.ts';
import { displayText, parseDisplayText } from '../../../src/order/line-text.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';

interface Case {
  readonly name: string;
  readonly expect?: Order;
  readonly prediction: string;
  readonly actual: string;
  readonly truncated?: boolean;
  /** Predicted, actual, mark; `!` at the first wrong line. */
  readonly rows: readonly string[];
}

describe('alignLines', function () {
  this.timeout(20_000);

  const cases: Case[] = [
    { name: 'marks equal lines', prediction: 'ab', actual: 'ab', rows: ['a a same', 'b b same'] },
    {
      name: 'pairs equal positions when only the order differs',
      prediction: 'acbd',
      actual: 'abcd',
      rows: ['a a same', 'c b differs !', 'b c differs', 'd d same'],
    },
    {
      name: 'shifts nothing after a forgotten line',
      prediction: 'acd',
      actual: 'abcd',
      rows: ['a a same', '- b missing', 'c c same !', 'd d same'],
    },
    {
      name: 'shifts nothing after a line too many',
      prediction: 'axbc',
      actual: 'abc',
      rows: ['a a same', 'x - extra !', 'b b same', 'c c same'],
    },
    {
      name: 'pairs lines that stand for each other',
      prediction: 'axc',
      actual: 'abc',
      rows: ['a a same', 'x b differs !', 'c c same'],
    },
    {
      name: 'points at the first line after a prediction that ends too early',
      prediction: 'a',
      actual: 'abc',
      rows: ['a a same', '- b missing !', '- c missing'],
    },
    {
      name: 'calls nothing wrong in a possible order',
      expect: { any: ['a', 'b'] },
      prediction: 'ba',
      actual: 'ab',
      rows: ['b a differs', 'a b differs'],
    },
    {
      name: 'points at the line that the expectation forbids, not at the first that differs',
      expect: [{ any: ['a', 'b'] }, 'c', 'd'],
      prediction: 'badc',
      actual: 'abcd',
      rows: ['b a differs', 'a b differs', 'd c differs !', 'c d differs'],
    },
    {
      name: 'leaves open what a run that was cut short did not show',
      prediction: 'abcd',
      actual: 'ab',
      truncated: true,
      rows: ['a a same', 'b b same', 'c - unknown', 'd - unknown'],
    },
    {
      name: 'points nowhere when both end and only the expectation knows of more',
      expect: { alt: ['a', ['b', 'c']] },
      prediction: 'b',
      actual: 'a',
      rows: ['b a differs'],
    },
    {
      name: 'shows a run beside no prediction',
      prediction: '',
      actual: 'a',
      rows: ['- a missing !'],
    },
  ];
  for (const { name, prediction, actual, truncated = false, expect, rows } of cases) {
    it(name, () => {
      const lines = Array.from(actual, out);
      const texts = Array.from(prediction);
      const verdict = judge({ expect, actual: lines, truncated, prediction: texts });
      const aligned = alignLines(texts, lines, verdict, truncated);
      assert.deepEqual(aligned.map(rowText), rows);
    });
  }

  it('leaves a line open that the run was in the middle of', () => {
    const actual = [out('a'), out('hel')];
    const verdict = { kind: 'unknown', reason: 'truncated' } as const;
    const marks = alignLines(['a', 'hello'], actual, verdict).map((row) => row.mark);
    assert.deepEqual(marks, ['same', 'unknown']);
  });

  it('shows every line of both sides once and in order', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (prediction, shown, truncated) => {
        const actual = shown.map(out);
        const verdict = judge({ actual, truncated, prediction });
        const rows = alignLines(prediction, actual, verdict, truncated);
        const texts = (side: 'predicted' | 'actual'): string[] =>
          rows.flatMap((row) => row[side] ?? []).map(displayText);
        assert.deepEqual(texts('predicted'), prediction);
        assert.deepEqual(texts('actual'), shown);
        const wrongRows = rows.filter((row) => row.firstWrong).length;
        assert.equal(wrongRows, verdict.kind === 'wrong' ? 1 : 0);
        const allSame = rows.every((row) => row.mark === 'same');
        if (!truncated) assert.equal(allSame, verdict.kind === 'exact');
      }),
      { numRuns: 500 },
    );
  });

  describe('says of a line', () => {
    const rowsOf = (prediction: readonly string[], actual: readonly string[]) => {
      const lines = actual.map((text): OutputLine => parseDisplayText(text));
      const verdict = judge({ actual: lines, truncated: false, prediction });
      return alignLines(prediction, lines, verdict);
    };

    it('where the run printed it, and where it was predicted', () => {
      const rows = rowsOf(['a', 'x', 'c', 'd', 'b'], ['a', 'b', 'c', 'd', 'e']);
      const found = rows.map(({ predicted, actual, printedAt, predictedAt }) => [
        predicted?.text,
        actual?.text,
        printedAt,
        predictedAt,
      ]);
      assert.deepEqual(found, [
        ['a', 'a', undefined, undefined],
        ['x', 'b', undefined, [4]],
        ['c', 'c', undefined, undefined],
        ['d', 'd', undefined, undefined],
        ['b', 'e', [1], undefined],
      ]);
    });

    it('all the places at which it was printed', () => {
      const [row] = rowsOf(['b', 'a'], ['a', 'b', 'b']);
      assert.deepEqual(row?.printedAt, [1, 2]);
    });

    it('that it is nearly right, beside the line that it missed', () => {
      const rows = rowsOf(['Start', '"a"', 'exit code 1'], ['start', 'z', 'a', 'exit code 7']);
      assert.deepEqual(
        rows.map(({ predicted, actual, near }) => [predicted?.text, actual?.text, near]),
        [
          ['Start', 'start', 'case'],
          [undefined, 'z', undefined],
          ['"a"', 'a', 'quotes'],
          ['1', '7', 'exitCode'],
        ],
      );
    });
  });
});

function rowText({ predicted, actual, mark, firstWrong }: AlignedLine): string {
  const texts = [predicted, actual].map((line) => (line === undefined ? '-' : displayText(line)));
  return [...texts, mark, ...(firstWrong ? ['!'] : [])].join(' ');
}

function out(text: string): OutputLine {
  return { stream: 'stdout', text };
}
