import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judge } from '../../../src/order/judge.ts';
import { displayText, lineKey, withoutEmptyEnd } from '../../../src/order/line-text.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Verdict } from '../../../src/order/verdict.ts';
import { allOutputs, orderAndLines } from './all-outputs.ts';

const race: Order = ['a', { any: ['b', 'c'] }, 'd'];
const several: Order = { any: Array.from({ length: 12 }, (_, i) => ['x', 'x', 'x', `${i}`]) };

interface Row {
  readonly when: string;
  readonly expect?: Order;
  readonly actual: readonly string[] | readonly OutputLine[];
  readonly truncated?: boolean;
  readonly prediction: readonly string[];
  readonly verdict: Verdict;
}

describe('judge', function () {
  this.timeout(20_000);

  const rows: Row[] = [
    {
      when: 'the prediction equals the run',
      expect: race,
      actual: ['a', 'b', 'c', 'd'],
      prediction: ['a', 'b', 'c', 'd'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'it differs only in whitespace at the ends of lines and empty lines at the end',
      expect: race,
      actual: ['a', 'b', 'c', 'd'],
      prediction: ['a ', 'b\t', 'c\r', 'd', '', ' '],
      verdict: { kind: 'exact' },
    },
    {
      when: 'it differs only in the Unicode normal form',
      expect: 'caf\u00e9',
      actual: ['caf\u00e9'],
      prediction: ['cafe\u0301'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'the run prints empty lines at its end',
      expect: ['a', ''],
      actual: ['a', ''],
      prediction: ['a'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'an empty line in the middle is forgotten',
      expect: ['a', '', 'b'],
      actual: ['a', '', 'b'],
      prediction: ['a', 'b'],
      verdict: { kind: 'wrong', at: 1, predicted: out('b'), possible: [out('')], mayEnd: false },
    },
    {
      when: 'the run printed another possible order',
      expect: race,
      actual: ['a', 'c', 'b', 'd'],
      prediction: ['a', 'b', 'c', 'd'],
      verdict: { kind: 'possible', at: 1 },
    },
    {
      when: 'a line cannot come yet',
      expect: race,
      actual: ['a', 'c', 'b', 'd'],
      prediction: ['a', 'b', 'd', 'c'],
      verdict: { kind: 'wrong', at: 2, predicted: out('d'), possible: [out('c')], mayEnd: false },
    },
    {
      when: 'it ends too early',
      expect: race,
      actual: ['a', 'b', 'c', 'd'],
      prediction: ['a'],
      verdict: { kind: 'wrong', at: 1, possible: [out('b'), out('c')], mayEnd: false },
    },
    {
      when: 'it goes on after the end',
      expect: ['a', { opt: 'b' }],
      actual: ['a'],
      prediction: ['a', 'c'],
      verdict: { kind: 'wrong', at: 1, predicted: out('c'), possible: [out('b')], mayEnd: true },
    },
    {
      when: 'nothing is predicted',
      expect: race,
      actual: ['a', 'b', 'c', 'd'],
      prediction: [],
      verdict: { kind: 'wrong', at: 0, possible: [out('a')], mayEnd: false },
    },
    {
      when: 'the error, the exit code and stderr are typed as they are shown',
      expect: [{ err: 'oops' }, { uncaught: 'Error: x' }, { exit: 1 }],
      actual: [
        { stream: 'stderr', text: 'oops' },
        { stream: 'uncaught', text: 'Error: x' },
        { stream: 'exit', text: '1' },
      ],
      prediction: ['oops', 'Uncaught Error: x', 'exit code 1'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'the wrong line is one of stderr',
      expect: ['a', { err: 'oops' }],
      actual: [out('a'), { stream: 'stderr', text: 'oops' }],
      prediction: ['oops', 'a'],
      verdict: {
        kind: 'wrong',
        at: 0,
        predicted: { stream: 'stderr', text: 'oops' },
        possible: [out('a')],
        mayEnd: false,
      },
    },
    {
      when: 'the run is outside of the expectation, whatever is predicted',
      expect: race,
      actual: ['a', 'd', 'b', 'c'],
      prediction: ['a', 'b', 'c', 'd'],
      verdict: { kind: 'unknown', reason: 'outsideExpectation' },
    },
    {
      when: 'the run is outside of the expectation and predicted exactly',
      expect: race,
      actual: ['a', 'd', 'b', 'c'],
      prediction: ['a', 'd', 'b', 'c'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'the orders are too many to search',
      expect: several,
      actual: [
        ...Array.from({ length: 36 }, () => 'x'),
        ...Array.from({ length: 12 }, (_, i) => `${i}`),
      ],
      prediction: Array.from({ length: 36 }, () => 'x'),
      verdict: { kind: 'unknown', reason: 'tooManyOrders' },
    },
    {
      when: 'the run was cut short and the prediction is possible',
      expect: race,
      actual: ['a', 'b'],
      truncated: true,
      prediction: ['a', 'b', 'c', 'd'],
      verdict: { kind: 'unknown', reason: 'truncated' },
    },
    {
      when: 'the run was cut short and the prediction is only what it showed',
      expect: { alt: ['a', ['a', 'b']] },
      actual: ['a'],
      truncated: true,
      prediction: ['a'],
      verdict: { kind: 'unknown', reason: 'truncated' },
    },
    {
      when: 'the run was cut short and the prediction is impossible',
      expect: race,
      actual: ['a', 'b'],
      truncated: true,
      prediction: ['a', 'b', 'd', 'c'],
      verdict: { kind: 'wrong', at: 2, predicted: out('d'), possible: [out('c')], mayEnd: false },
    },
    {
      when: 'the run was cut short within a line',
      expect: ['hello', 'world'],
      actual: ['hello', 'wo'],
      truncated: true,
      prediction: ['world', 'hello'],
      verdict: {
        kind: 'wrong',
        at: 0,
        predicted: out('world'),
        possible: [out('hello')],
        mayEnd: false,
      },
    },
    {
      when: 'the run was cut short, but is outside of the expectation already',
      expect: race,
      actual: ['d', 'a'],
      truncated: true,
      prediction: ['c', 'a'],
      verdict: { kind: 'unknown', reason: 'outsideExpectation' },
    },
    {
      when: 'the code is the user’s own and the run is predicted',
      actual: ['1', '2'],
      prediction: ['1', '2'],
      verdict: { kind: 'exact' },
    },
    {
      when: 'the code is the user’s own and a line differs',
      actual: ['1', '2'],
      prediction: ['2', '1'],
      verdict: { kind: 'wrong', at: 0, predicted: out('2'), possible: [out('1')], mayEnd: false },
    },
    {
      when: 'the code is the user’s own and the prediction goes on',
      actual: ['1'],
      prediction: ['1', '2'],
      verdict: { kind: 'wrong', at: 1, predicted: out('2'), possible: [], mayEnd: true },
    },
    {
      when: 'the code is the user’s own, cut short, and a shown line differs',
      actual: ['1', '2', '3'],
      truncated: true,
      prediction: ['1', '3'],
      verdict: { kind: 'wrong', at: 1, predicted: out('3'), possible: [out('2')], mayEnd: false },
    },
    {
      when: 'the code is the user’s own, cut short, and the prediction ends before it',
      actual: ['1', '2', '3'],
      truncated: true,
      prediction: ['1'],
      verdict: { kind: 'wrong', at: 1, possible: [out('2')], mayEnd: false },
    },
    {
      when: 'the code is the user’s own, cut short, and the prediction goes on',
      actual: ['1', '2'],
      truncated: true,
      prediction: ['1', '2', '3'],
      verdict: { kind: 'unknown', reason: 'truncated' },
    },
    {
      when: 'the code is the user’s own, cut short within the predicted line',
      actual: ['1', 'hel'],
      truncated: true,
      prediction: ['1', 'hello'],
      verdict: { kind: 'unknown', reason: 'truncated' },
    },
    {
      when: 'the code is the user’s own, cut short after an empty line nobody typed',
      actual: ['1', ''],
      truncated: true,
      prediction: ['1'],
      verdict: { kind: 'unknown', reason: 'truncated' },
    },
  ];
  for (const { when, verdict, actual, truncated = false, ...rest } of rows) {
    const reason = verdict.kind === 'unknown' ? ` (${verdict.reason})` : '';
    it(`says ${verdict.kind}${reason} when ${when}`, () => {
      const lines = actual.map((line) => (typeof line === 'string' ? out(line) : line));
      assert.deepEqual(judge({ ...rest, actual: lines, truncated }), verdict);
    });
  }

  it('calls exactly the impossible wrong, whichever possible output the run had', () => {
    fc.assert(
      fc.property(orderAndLines(['a', 'b', 'c', '']), fc.nat(), ({ order, lines }, pick) => {
        const outputs = allOutputs(order);
        const actual = outputs[pick % outputs.length] ?? [];
        const verdict = judge({
          expect: order,
          actual,
          truncated: false,
          prediction: lines.map(displayText),
        });
        const shown = textOf(lines);
        const isPossible = outputs.some((output) => textOf(output) === shown);
        const kind = shown === textOf(actual) ? 'exact' : isPossible ? 'possible' : 'wrong';
        assert.equal(verdict.kind, kind);
      }),
      { numRuns: 300 },
    );
  });

  it('never calls a possible prediction wrong when the run was cut short anywhere', () => {
    fc.assert(
      fc.property(orderAndLines(), fc.nat(), fc.nat(), ({ order, lines }, pick, cut) => {
        const outputs = allOutputs(order);
        const whole = outputs[pick % outputs.length] ?? [];
        const actual = whole.slice(0, cut % (whole.length + 1));
        const verdict = judge({
          expect: order,
          actual,
          truncated: true,
          prediction: lines.map(displayText),
        });
        const isPossible = outputs.some((output) => textOf(output) === textOf(lines));
        assert.equal(verdict.kind, isPossible ? 'unknown' : 'wrong');
      }),
      { numRuns: 300 },
    );
  });
});

function out(text: string): OutputLine {
  return { stream: 'stdout', text };
}

function textOf(lines: readonly OutputLine[]): string {
  return withoutEmptyEnd(lines)
    .map((line) => lineKey(line, 'text'))
    .join('\n');
}
