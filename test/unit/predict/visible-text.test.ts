import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visibleText } from '../../../src/webview/common/visible-text.ts';

const shown = (text: string): string =>
  visibleText(text)
    .map((segment) => (segment.kind === 'text' ? segment.text : `<${segment.text}>`))
    .join('');

const characters = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0xffff })))
  .map((codes) => String.fromCharCode(...codes));

describe('Printed text on the page', () => {
  it('shows characters that would do something else than show', () => {
    assert.equal(shown('\u001b[31mred\u0007'), '<␛>[31mred<␇>');
    assert.equal(shown('\u202etxt.exe'), '<U+202E>txt.exe');
    assert.equal(shown('a\u0000b\u007f'), 'a<␀>b<␡>');
  });

  it('leaves every language, joined emoji and tabs as they are', () => {
    for (const text of ['你好', 'שלום', 'مرحبا', '👩‍👩‍👧‍👦', 'नमस्ते', 'می‌خواهم', 'a\tb']) {
      assert.equal(shown(text), text);
    }
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(characters, (text) => {
        const back = visibleText(text).map((segment) =>
          segment.kind === 'text'
            ? segment.text
            : String.fromCharCode(Number.parseInt(segment.name.slice(2), 16)),
        );
        assert.equal(back.join(''), text);
      }),
    );
  });
});
