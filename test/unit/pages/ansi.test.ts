import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { withoutStyles } from '../../../src/order/line-styles.ts';
import { styledText } from '../../../src/webview/common/ansi.ts';

const shown = (text: string): string[] =>
  styledText(text).map(({ text: piece, classes }) => [piece, ...classes].join(' '));

describe('Styled text on the page', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    plain: ['plain'],
    '\u001b[31mred\u001b[39m and': ['red ansi-fg-1', ' and'],
    '\u001b[1;4;92mall\u001b[0mnone': ['all ansi-fg-10 ansi-bold ansi-underline', 'none'],
    '\u001b[41;30mon red\u001b[49m off': ['on red ansi-fg-0 ansi-bg-1', ' off ansi-fg-0'],
    '\u001b[38;5;9mbright\u001b[m': ['bright ansi-fg-9'],
    '\u001b[38;5;196mcube': ['cube ansi-fg-9'],
    '\u001b[38;2;0;200;10;1mgreen': ['green ansi-fg-2 ansi-bold'],
    '\u001b[2;3;7;9mmarks\u001b[22;23;27;29m': [
      'marks ansi-dim ansi-italic ansi-inverse ansi-strike',
    ],
    '\u001b]8;;https://nodejs.org\u001b\\link\u001b]8;;\u001b\\': ['link'],
    '\u001b[2Kerased': ['\u001b[2Kerased'],
  };
  for (const [text, pieces] of Object.entries(cases)) {
    it(`splits ${JSON.stringify(text)}`, () => assert.deepEqual(shown(text), pieces));
  }

  it('leaves the same text as a prediction is compared with', () => {
    const piece = fc.constantFrom(
      'a',
      '\u001b',
      '[31m',
      '\u001b[1m',
      '\u001b[2K',
      '\u001b]8;;x\u0007',
      ';',
      'm',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        assert.equal(
          styledText(text)
            .map((one) => one.text)
            .join(''),
          withoutStyles(text),
        );
      }),
    );
  });

  it('has a style for every class', async () => {
    const css = await readFile(
      join(import.meta.dirname, '../../../src/webview/common/ansi.css'),
      'utf8',
    );
    const codes = [...Array(108).keys()].map((code) => `\u001b[${code}mx`);
    const classes = new Set(
      codes.flatMap((text) => styledText(text).flatMap((one) => one.classes)),
    );
    assert.equal(classes.size, 16 + 16 + 6);
    for (const name of classes) assert.ok(css.includes(`.${name} {`), name);
  });
});
