import assert from 'node:assert/strict';
import { judge } from '../../../src/order/judge.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import { readPrediction } from '../../../src/order/read-prediction.ts';

const stderr = (...texts: string[]): OutputLine[] =>
  texts.map((text) => ({ stream: 'stderr', text }));

const frames = [
  '    at Timeout._onTimeout (snippet.cjs:1:31)',
  '    at node:internal/timers:685:17',
];
const thrown = ['TypeError: x is not a function', ...frames];

/** `[cause]` and `code` of an error, as Node prints them in braces behind its last frame. */
const withProperties = [
  'Error: request failed',
  '    at f (/path to/file.mjs:3:1)',
  '    at new Promise (<anonymous>) {',
  "  code: 'E1',",
  '  [cause]: Error: inner',
  '      at g (file.mjs:9:9) {',
  '    errno: 1',
  '  }',
  '}',
];

const readFor = (actual: OutputLine[], ...typed: string[]) => readPrediction(typed, { actual });

describe('Reading a prediction', () => {
  it('adds the stack frames of a printed error, which nobody can be asked to know', () => {
    const actual = stderr('before', ...thrown, 'after');
    const read = readFor(actual, 'before', 'TypeError: x is not a function', 'after');
    assert.deepEqual(read, ['before', ...thrown, 'after']);
    assert.equal(judge({ actual, truncated: false, prediction: read }).kind, 'exact');
  });

  it('adds them wherever the error was predicted', () => {
    const actual = stderr(...thrown, 'after');
    const read = readFor(actual, 'after', 'TypeError: x is not a function');
    assert.deepEqual(read, ['after', ...thrown]);
  });

  it('adds the properties behind them too, up to their closing brace', () => {
    const actual = stderr(...withProperties, '}', 'after');
    const read = readFor(actual, 'Error: request failed', '}', 'after');
    assert.deepEqual(read, [...withProperties, '}', 'after']);
  });

  it('leaves frames that were typed as they were typed', () => {
    const actual = stderr(...thrown, 'after');
    const typed = ['TypeError: x is not a function', '    at f (other.cjs:1:1)', 'after'];
    assert.deepEqual(readFor(actual, ...typed), typed);
  });

  it('adds the frames that are missing where only some were typed', () => {
    const three = [
      'Error: x',
      '    at f (a.cjs:1:2)',
      '    at g (a.cjs:3:4)',
      '    at h (a.cjs:5:6)',
    ];
    const actual = stderr(...three, 'after');
    for (const some of [[1], [2], [3], [1, 3], [2, 3], [1, 2, 3]]) {
      const typed = ['Error: x', ...some.map((at) => three[at] ?? ''), 'after'];
      assert.deepEqual(readFor(actual, ...typed), [...three, 'after'], some.join());
    }
    assert.deepEqual(readFor(actual, 'Error: x', 'at f (a.cjs:1:2)', 'after'), [...three, 'after']);
  });

  it('keeps all of them as typed where one is not there, or in another order', () => {
    const three = ['Error: x', '    at f (a.cjs:1:2)', '    at g (a.cjs:3:4)'];
    for (const typed of [
      ['Error: x', '    at f (a.cjs:1:2)', '    at z (a.cjs:9:9)'],
      ['Error: x', '    at g (a.cjs:3:4)', '    at f (a.cjs:1:2)'],
    ]) {
      assert.deepEqual(readFor(stderr(...three), ...typed), typed);
    }
  });

  it('adds frames before properties that were typed, and properties behind frames that were', () => {
    const actual = stderr(...withProperties, 'after');
    const [message = '', first = ''] = withProperties;
    const properties = withProperties.slice(3);
    assert.deepEqual(readFor(actual, message, ...properties), withProperties);
    assert.deepEqual(readFor(actual, message, first, 'after'), [...withProperties, 'after']);
    const withoutInner = properties.filter((line) => !line.includes(' at g '));
    assert.deepEqual(readFor(actual, message, first, ...withoutInner), withProperties);
  });

  it('knows which of two equal lines has frames', () => {
    const [message = ''] = thrown;
    const actual = stderr(message, ...thrown, message);
    assert.deepEqual(readFor(actual, message, message, message), [message, ...thrown, message]);
  });

  it('adds nothing to a line that the program worded like a frame, or to another error', () => {
    const actual = stderr('we meet', '  at noon', ...thrown);
    assert.deepEqual(readFor(actual, 'we meet', 'Error: other'), ['we meet', 'Error: other']);
  });

  it('adds what was printed of a run that was cut short', () => {
    const cut = withProperties.slice(0, 4);
    assert.deepEqual(readFor(stderr(...cut), 'Error: request failed'), cut);
  });

  it('ends with the error where it is part of something, and finds frames in lists', () => {
    const inObject = ['{', '  e: Error: x', '      at f (a.cjs:1:2) {', "    code: 'E'", '  },'];
    const actual = stderr(...inObject, '  n: 1', '}', 'after');
    assert.deepEqual(readFor(actual, '{', '  e: Error: x'), inObject);
    const list = [
      '[',
      '  Error: a',
      '      at f (a.cjs:1:2),',
      '  Error: b',
      '      at g (a.cjs:3:4)',
    ];
    assert.deepEqual(readFor(stderr(...list, ']'), '[', '  Error: a', '  Error: b'), list);
    const all = ['Error: x', '    at async Promise.all (index 0)', '    at async f (a.cjs:1:1)'];
    assert.deepEqual(readFor(stderr(...all, 'after'), 'Error: x'), all);
  });

  it('reads a prediction of thousands of equal lines without a stop', function () {
    // Copying the known ones for each more of them took 13 seconds.
    this.timeout(2000);
    const texts = Array<string>(20_000).fill('tick');
    assert.deepEqual(readFor(stderr(...texts), ...texts), texts);
  });

  it('drops blank lines, unless the program prints some', () => {
    assert.deepEqual(readFor(stderr('a', 'b'), 'a', ' ', 'b', ''), ['a', 'b']);
    assert.deepEqual(readFor(stderr('a', '', 'b'), 'a', '', 'b'), ['a', '', 'b']);
    const typed = readPrediction(['a', '', 'b'], { actual: [], expected: stderr('') });
    assert.deepEqual(typed, ['a', '', 'b']);
  });
});
