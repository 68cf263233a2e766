import assert from 'node:assert/strict';
import { blockMarkdown } from '../../../src/features/pages/block-markdown.ts';
import { inlineMarkdown } from '../../../src/features/pages/inline-markdown.ts';

const inline = inlineMarkdown(() => undefined);
const whole = (text: string): string => `<span class="option">${text}</span>`;

describe('Inline code', () => {
  it('keeps an option of a command line on one line, and what is too long for one its beginning', () => {
    const cases: Readonly<Record<string, string>> = {
      'tsc --noEmit': `tsc ${whole('--noEmit')}`,
      'node -r x --no-warnings': `node ${whole('-r')} x ${whole('--no-warnings')}`,
      '--experimental-default-type=module': `${whole('--experimental')}-default-type=module`,
      '--max-old-space-size=64': `${whole('--max-old-space-size')}=64`,
      'X-Forwarded-For': 'X-Forwarded-For',
      'a - b, i--, -->': 'a - b, i--, --&gt;',
      '"--x"': `&quot;${whole('--x')}&quot;`,
      '<b>': '&lt;b&gt;',
    };
    for (const [code, html] of Object.entries(cases)) {
      assert.equal(inline(`\`${code}\``), `<code>${html}</code>`);
      assert.equal(blockMarkdown('')(`\`${code}\``), `<p><code>${html}</code></p>\n`);
    }
  });

  it('is copied as it was written', () => {
    const text = inline('`tsc --noEmit`').replace(/<[^>]+>/g, '');
    assert.equal(text, 'tsc --noEmit');
  });
});
