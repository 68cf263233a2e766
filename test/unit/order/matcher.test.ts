import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayText, lineKey } from '../../../src/order/line-text.ts';
import { matchLines, startMatch } from '../../../src/order/matcher.ts';
import { orderOf } from '../../../src/order/order-lines.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { allOutputs, anyOrder, keyOf, orderAndLines } from './all-outputs.ts';

const strict = { comparison: 'strict' } as const;
const byText = { comparison: 'text' } as const;

describe('matcher', () => {
  describe('agrees with the definition of the notation', function () {
    this.timeout(20_000);

    it('accepts every output', () => {
      fc.assert(
        fc.property(anyOrder(), (order) => {
          for (const lines of allOutputs(order)) {
            assert.deepEqual(matchLines(order, lines, strict), { kind: 'match' });
          }
        }),
        { numRuns: 400 },
      );
    });

    it('accepts nothing else, and knows the first impossible line and what was possible', () => {
      fc.assert(
        fc.property(orderAndLines(), ({ order, lines }) => {
          const key = (line: OutputLine): string => lineKey(line, 'strict');
          const outputs = allOutputs(order).map((output) => output.map(key));
          const result = matchLines(order, lines, strict);
          assert.deepEqual(withKeys(result, key), definedResult(outputs, lines.map(key)));
        }),
        { numRuns: 1000 },
      );
    });

    it('does so by text too, where streams and empty lines at the end do not count', () => {
      fc.assert(
        fc.property(orderAndLines(['a', 'b', 'exit code 1', '']), ({ order, lines }) => {
          const key = (line: OutputLine): string => lineKey(line, 'text');
          const outputs = allOutputs(order).map((output) => output.map(key));
          const result = matchLines(order, lines, byText);
          const trimmed = trimEnd(lines.map(key));
          assert.deepEqual(withKeys(result, key), definedResult(outputs, trimmed, trimEnd));
        }),
        { numRuns: 1000 },
      );
    });
  });

  describe('keeps a block together', () => {
    const cases: { name: string; order: Order; outputs: string[] }[] = [
      {
        name: 'beside a line',
        order: { any: [{ block: ['a', 'b'] }, 'c'] },
        outputs: ['abc', 'cab'],
      },
      {
        name: 'beside a block',
        order: { any: [{ block: ['a', 'b'] }, { block: ['c', 'd'] }] },
        outputs: ['abcd', 'cdab'],
      },
      {
        name: 'but not the list around it',
        order: { any: [[{ block: ['a', 'b'] }, 'c'], 'd'] },
        outputs: ['abcd', 'abdc', 'dabc'],
      },
      {
        name: 'and lets its own `any` interleave only its own branches',
        order: { any: [{ block: [{ any: ['a', 'b'] }, 'c'] }, 'd'] },
        outputs: ['abcd', 'bacd', 'dabc', 'dbac'],
      },
      {
        name: 'within a block, where the outer one stays together as well',
        order: { any: [{ block: { any: [{ block: ['a', 'b'] }, 'c'] } }, 'd'] },
        outputs: ['abcd', 'cabd', 'dabc', 'dcab'],
      },
      {
        name: 'at every depth of `any` around it',
        order: { any: [{ any: [{ block: ['a', 'b'] }, 'c'] }, 'd'] },
        outputs: ['abcd', 'abdc', 'cabd', 'cdab', 'dabc', 'dcab'],
      },
      {
        name: 'with an optional end, which can no longer come once something else has',
        order: { any: [{ block: ['a', { opt: 'b' }] }, 'c'] },
        outputs: ['abc', 'ac', 'cab', 'ca'],
      },
      {
        name: 'with an optional beginning',
        order: { any: [{ block: [{ opt: 'a' }, 'b'] }, 'c'] },
        outputs: ['abc', 'bc', 'cab', 'cb'],
      },
      {
        name: 'of alternatives',
        order: { any: [{ block: { alt: [['a', 'b'], 'd'] } }, 'c'] },
        outputs: ['abc', 'cab', 'dc', 'cd'],
      },
      {
        name: 'and changes nothing outside of `any`',
        order: [{ block: ['a', 'b'] }, 'c'],
        outputs: ['abc'],
      },
      { name: 'also when it is empty', order: { any: [{ block: [] }, 'a'] }, outputs: ['a'] },
    ];
    for (const { name, order, outputs } of cases) {
      it(name, () => {
        const letters = [...new Set(outputs.join(''))];
        const accepted = arrangements(letters).filter(
          (word) => matchLines(order, lettersOf(word), strict).kind === 'match',
        );
        assert.deepEqual(accepted.sort(), [...outputs].sort());
      });
    }
  });

  it('names the possible lines in the order of the expectation', () => {
    const order: Order = { any: ['z', ['m', 'y'], { opt: 'a' }] };
    assert.deepEqual(matchLines(order, lettersOf('y'), strict), {
      kind: 'mismatch',
      at: 0,
      possible: lettersOf('zma'),
      mayEnd: false,
    });
  });

  it('tells a line that comes after the end from one that comes instead of another', () => {
    assert.deepEqual(matchLines(['a', { opt: 'b' }], lettersOf('ac'), strict), {
      kind: 'mismatch',
      at: 1,
      possible: lettersOf('b'),
      mayEnd: true,
    });
  });

  it('compares streams when strict, and only what is shown by text', () => {
    const order: Order = ['out', { err: 'oops' }, { uncaught: 'Error: x' }, { exit: 1 }];
    const typed = ['out', 'oops', 'Uncaught Error: x', 'exit code 1'].map((text): OutputLine => ({
      stream: 'stdout',
      text,
    }));
    assert.deepEqual(matchLines(order, typed, byText), { kind: 'match' });
    const result = matchLines(order, typed, strict);
    assert.equal(result.kind === 'mismatch' && result.at, 1);
  });

  it('leaves a position as it is when stepping from it', () => {
    const start = startMatch({ any: ['a', 'b'] }, strict);
    assert.equal(start.step({ stream: 'stdout', text: 'a' }).kind, 'next');
    assert.deepEqual(start.possible().map(displayText), ['a', 'b']);
    assert.equal(start.step({ stream: 'stdout', text: 'b' }).kind, 'next');
  });

  it('has no output for an `alt` without branches, and the empty one for an empty `any`', () => {
    assert.equal(matchLines(['a', { alt: [] }], lettersOf('a'), strict).kind, 'mismatch');
    assert.equal(matchLines(['a', { any: [] }], lettersOf('a'), strict).kind, 'match');
  });

  it('follows a single state when the 64 lines are distinct', () => {
    const group = (name: string): Order => Array.from({ length: 16 }, (_, i) => `${name}${i}`);
    const order: Order = { any: ['a', 'b', 'c', 'd'].map(group) };
    const lines = Array.from({ length: 64 }, (_, i): OutputLine => {
      return { stream: 'stdout', text: `${'abcd'.charAt(i % 4)}${Math.floor(i / 4)}` };
    });
    assert.deepEqual(matchLines(order, lines, { ...strict, maxStates: 1 }), { kind: 'match' });
  });

  it('answers unknown where equal lines lead to more states than allowed', () => {
    const branch = (last: string): Order => ['x', 'x', 'x', 'x', last];
    const order: Order = { any: ['a', 'b', 'c', 'd', 'e', 'f'].map(branch) };
    const lines = lettersOf('xxxxxxxxxxxx');
    assert.equal(matchLines(order, lines, { ...strict, maxStates: 50 }).kind, 'unknown');
    assert.equal(matchLines(order, lettersOf('y'), { ...strict, maxStates: 50 }).kind, 'mismatch');
  });

  it('takes the thousands of lines of a long run', () => {
    const lines = Array.from({ length: 20_000 }, (_, i): OutputLine => {
      return { stream: 'stdout', text: `${i}` };
    });
    assert.deepEqual(matchLines(orderOf(lines), lines, byText), { kind: 'match' });
  });
});

interface DefinedResult {
  readonly kind: string;
  readonly at?: number;
  readonly possible?: string[];
  readonly mayEnd?: boolean;
}

/** What matching has to answer, by looking at all outputs. */
function definedResult(
  outputs: string[][],
  lines: string[],
  shown: (lines: string[]) => string[] = (all) => all,
): DefinedResult {
  const begins = (output: string[], beginning: string[]): boolean =>
    beginning.every((line, index) => line === output[index]);
  const mayEndAfter = (beginning: string[]): boolean =>
    outputs.some(
      (output) =>
        begins(output, beginning) &&
        output.length >= beginning.length &&
        beginning.length >= shown(output).length,
    );
  if (mayEndAfter(lines)) return { kind: 'match' };

  let at = 0;
  while (at < lines.length && outputs.some((o) => begins(o, lines.slice(0, at + 1)))) at++;
  const beginning = lines.slice(0, at);
  const possible = outputs
    .filter((output) => begins(output, beginning))
    .flatMap((output) => output.slice(at, at + 1));
  return {
    kind: 'mismatch',
    at,
    possible: [...new Set(possible)].sort(),
    mayEnd: mayEndAfter(beginning),
  };
}

function withKeys(
  result: ReturnType<typeof matchLines>,
  key: (line: OutputLine) => string,
): DefinedResult {
  return result.kind === 'mismatch'
    ? { ...result, possible: result.possible.map(key).sort() }
    : result;
}

function trimEnd(lines: string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

function lettersOf(word: string): OutputLine[] {
  return Array.from(word, (text) => ({ stream: 'stdout', text }));
}

/** All words that use each letter at most once. */
function arrangements(letters: readonly string[]): string[] {
  const longer = letters.flatMap((letter) =>
    arrangements(letters.filter((other) => other !== letter)).map((rest) => letter + rest),
  );
  return ['', ...longer];
}

// The definition that the matcher is held against has to be right itself.
describe('all outputs, by definition', () => {
  it('are those of a small order that a person can check', () => {
    const order: Order = { any: [['a', 'b'], { opt: 'c' }] };
    const words = ['ab', 'abc', 'acb', 'cab'];
    assert.deepEqual(
      allOutputs(order).map(keyOf).sort(),
      words.map((word) => keyOf(lettersOf(word))).sort(),
    );
  });
});
