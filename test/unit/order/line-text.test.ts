import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayText, parseDisplayText } from '../../../src/order/line-text.ts';
import type { OutputLine } from '../../../src/order/output.ts';

describe('the text of a line', () => {
  const rows: [OutputLine, string][] = [
    [{ stream: 'stdout', text: ' a' }, ' a'],
    [{ stream: 'uncaught', text: 'TypeError: x' }, 'Uncaught TypeError: x'],
    [{ stream: 'exit', text: '13' }, 'exit code 13'],
    [{ stream: 'exit', text: 'SIGABRT' }, 'ended by SIGABRT'],
  ];
  for (const [line, text] of rows) {
    it(`shows ${JSON.stringify(line)} as ${JSON.stringify(text)} and reads it back`, () => {
      assert.equal(displayText(line), text);
      assert.deepEqual(parseDisplayText(text), line);
    });
  }

  it('shows stderr like stdout', () => {
    assert.equal(displayText({ stream: 'stderr', text: 'oops' }), 'oops');
  });

  it('takes what only resembles an ending for a line on stdout', () => {
    for (const text of ['exit code', 'exit code x', 'ended by lunch', 'Uncaught ', 'uncaught a']) {
      assert.equal(parseDisplayText(text).stream, 'stdout');
    }
  });

  it('is shown again as it was typed, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom('Uncaught ', 'exit code ', 'ended by SIG'), fc.string())
        .map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => assert.equal(displayText(parseDisplayText(typed)), typed)),
    );
  });
});
