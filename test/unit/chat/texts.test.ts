import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { asData } from '../../../src/features/chat/as-data.ts';
import { fenced, plainMarkdown } from '../../../src/features/chat/markdown.ts';

describe('Texts of the chat that hold what others wrote', () => {
  const markdown = new MarkdownIt({ linkify: true, html: true });
  const kindsOf = (text: string) =>
    markdown
      .parse(text, {})
      .flatMap(({ type, children }) => [...[type, ...(children ?? []).map((child) => child.type)]]);
  const plain = new Set([
    ...['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'code_inline'],
  ]);
  /** A sign or a word that Markdown gives a meaning within a line. */
  const part = fc.constantFrom(
    ...[
      '[x]',
      '(https://a.example)',
      '![',
      '](',
      '<b>',
      '**',
      '*a*',
      '_a_',
      '~~',
      '`',
      '``',
      ' ',
      'a',
    ],
    ...['www.a.example', 'https://a.example', '\\', '&amp;', '<https://a.example>', 'me@a.example'],
  );

  it('are text and code alone, whatever a program names its functions', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = plainMarkdown(`a ${parts.join('')}`);
        const other = kindsOf(text).filter((kind) => !plain.has(kind));
        assert.deepEqual(other, [], text);
      }),
    );
    assert.ok(kindsOf(plainMarkdown('runs in `setTimeout` first')).includes('code_inline'));
  });

  it('are one fence, whatever a program prints', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '~~~', '\n', ' ', 'text')), (parts) => {
        const text = parts.join('');
        const [fence, ...others] = markdown.parse(fenced(text, 'text'), {});
        assert.equal(fence?.content, `${text}\n`);
        assert.deepEqual(others, []);
      }),
    );
  });

  const signs = fc
    .array(fc.oneof(fc.integer({ max: 0x10ffff, min: 0 }), fc.constantFrom(0xe0041, 0x202e, 0x22)))
    .map((points) => String.fromCodePoint(...points));

  it('are JSON behind the words that say what they are, without what nobody can see', () => {
    fc.assert(
      fc.property(signs, (printed) => {
        const text = asData({ printed });
        const at = text.indexOf('\n\n{');
        assert.deepEqual(JSON.parse(text.slice(at)), { printed });
        assert.doesNotMatch(text, /[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u);
      }),
    );
    assert.ok(asData({ printed: '\u{e0041}' }).includes('\\udb40\\udc41'));
  });
});
