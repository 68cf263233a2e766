import assert from 'node:assert/strict';
import { nearMiss } from '../../../src/order/near-miss.ts';
import type { NearMiss } from '../../../src/order/near-miss.ts';
import { parseDisplayText } from '../../../src/order/line-text.ts';

describe('nearMiss', () => {
  const cases: readonly (readonly [string, string, NearMiss | undefined])[] = [
    ['Timeout', 'timeout', 'case'],
    ['"a"', 'a', 'quotes'],
    ['[ 1, 2 ]', '[1, 2]', 'blanks'],
    [' a', 'a', 'blanks'],
    ['"Some  text"', 'some text', 'spelling'],
    ['exit code 1', 'exit code 13', 'exitCode'],
    ['exit 1', 'exit code 1', 'exitCode'],
    ['a', 'b', undefined],
    ['a', 'a', undefined],
    // Blanks at the end can't be seen, and count nowhere.
    ['a  ', 'a', undefined],
    ['Uncaught Error: X', 'Uncaught Error: x', 'case'],
  ];
  for (const [predicted, actual, expected] of cases) {
    it(`${JSON.stringify(predicted)} against ${JSON.stringify(actual)}: ${expected ?? 'nothing'}`, () => {
      assert.equal(nearMiss(parseDisplayText(predicted), parseDisplayText(actual)), expected);
    });
  }
});
