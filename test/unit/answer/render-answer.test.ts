import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { answerMinutes, readingMinutes } from '../../../src/features/answer/reading-time.ts';
import { plain, question, snippet, viewOf } from './question.ts';

const answer = (text: string): string => renderAnswer(viewOf({ answer: text }), plain).html;

describe('Links of an answer', () => {
  it('lead to another question on the page', () => {
    assert.match(
      answer('[next](question:other-one)'),
      /<a href="#" data-question="other-one">next</,
    );
  });

  it('lead to an https address through the browser', () => {
    assert.match(
      answer('[docs](https://nodejs.org/api?a=1&b=2)'),
      /<a href="https:\/\/nodejs\.org\/api\?a=1&#38;b=2" data-link>docs</,
    );
  });

  for (const target of [
    'http://example.com',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'command:workbench.action.quit',
    'vscode://settings',
    'file:///etc/passwd',
    '//example.com',
    'other.md',
    '#part',
    'question:../up',
    'question:"onclick=x',
  ]) {
    it(`are only text when they lead to ${target}`, () => {
      const html = answer(`before [the text](<${target}>) after`);
      assert.match(html, /before the text after/);
      assert.doesNotMatch(html, /the text<\/a>/);
    });
  }

  it('written as an image load nothing', () => {
    const html = answer('![words](https://example.com/x.png)');
    assert.doesNotMatch(html, /<img|example\.com/);
    assert.match(html, /words/);
  });
});

describe('Text that is anything but text', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '</script><img src=x onerror=alert(1)>',
    '<style>*{display:none}</style>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<!-- ',
    '<a href="javascript:alert(1)">x</a>',
  ];

  /** The tags and attributes that the page's own code never writes. */
  function foreign(html: string): string[] {
    const tags = html.match(/<[^>]*>/g) ?? [];
    return tags.filter((tag) => {
      const withoutValues = tag.replace(/"[^"]*"/g, '');
      const address = /\shref="([^"]*)"/.exec(tag)?.[1] ?? '#';
      return (
        /^<\/?(script|style|img|svg|iframe|object|link|meta|base|form)\b/i.test(tag) ||
        /\s(on\w+|style)\s*=/i.test(withoutValues) ||
        /['<]/.test(withoutValues.slice(1)) ||
        !/^(#|https:\/\/)/.test(address)
      );
    });
  }

  const everywhere = (text: string): string => {
    const view = viewOf(
      {
        ...{ title: text, answer: `${text}\n\n### ${text}\n\n- ${text}`, example: text },
        ...{ sayIt: text, commonMistake: text, inProduction: text },
        keyPoints: [{ id: text, text }],
        followUps: [{ question: text, answer: text }],
        checks: [{ id: text, question: text, choices: [{ text, correct: true, reason: text }] }],
        sources: [
          { title: text, url: text },
          { title: text, url: `https://example.com/${text}` },
        ],
      },
      {
        snippets: [{ ...snippet, id: text, title: text, code: text }],
        related: [{ ...question, id: text, title: text }],
        next: { ...question, id: text, title: text },
        topic: { id: 'x', title: text, summary: text },
        note: text,
      },
    );
    return renderAnswer(view, plain).html;
  };

  for (const attack of attacks) {
    it(`is shown and does nothing: ${attack}`, () => {
      assert.deepEqual(foreign(everywhere(attack)), []);
    });

    it(`is shown and does nothing in code: ${attack}`, () => {
      for (const info of ['cjs run', 'text', 'js fragment', attack]) {
        const html = answer(`\`\`\`${info}\n${attack}\n\`\`\``);
        assert.deepEqual(foreign(html), []);
      }
    });
  }

  it('brings no tag of its own, whatever it is made of', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\n',
      ...attacks,
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        assert.deepEqual(foreign(everywhere(parts.join(''))), []);
      }),
      { numRuns: 150 },
    );
  });
});

describe('Code of an answer', () => {
  const run =
    '```cjs run\nthrow new Error("x");\n```\n\n```text output\na\n\nUncaught Error: x\nexit code 1\n```';

  it('that is a whole program can be predicted, run and copied', () => {
    const { html, blocks } = renderAnswer(viewOf({ answer: run }), plain);
    assert.match(html, /data-do="predict" data-block="0"/);
    assert.match(html, /data-do="run" data-block="0"/);
    assert.match(html, /data-do="copy" data-block="0"/);
    assert.deepEqual(blocks, [
      {
        code: 'throw new Error("x");',
        language: 'cjs',
        program: {
          code: 'throw new Error("x");\n',
          kind: 'cjs',
          title: question.title,
          permissions: [],
          own: false,
          expect: ['a', '', { uncaught: 'Error: x' }, { exit: 1 }],
        },
      },
    ]);
  });

  it('keeps what it prints behind a click, and shows it once', () => {
    const { html } = renderAnswer(viewOf({ answer: run }), plain);
    assert.match(html, /<details id="output-0">/);
    assert.equal(html.match(/Uncaught Error: x/g)?.length, 1);
  });

  it('that is a snippet of the question has its title and its buttons', () => {
    const { html, blocks } = renderAnswer(viewOf({ answer: '```snippet\nfirst\n```' }), plain);
    assert.match(html, /<strong>The first<\/strong>/);
    assert.equal(blocks[0]?.program, 'timers/first');
  });

  it('that is a fragment can only be copied', () => {
    const { html, blocks } = renderAnswer(viewOf({ answer: '```js fragment\na();\n```' }), plain);
    assert.match(html, /data-do="copy" data-block="0"/);
    assert.doesNotMatch(html, /data-do="(run|predict)"/);
    assert.equal(blocks[0]?.program, undefined);
  });

  it('that is a drawing is shown as it is', () => {
    const html = answer('```text\n  +-->  a\n```');
    assert.match(html, /<div class="code plain">/);
    assert.doesNotMatch(html, /data-do="copy"/);
  });

  it('is numbered through all parts of the page', () => {
    const fence = '```js fragment\na();\n```';
    const { html, blocks } = renderAnswer(viewOf({ answer: fence, commonMistake: fence }), plain);
    assert.equal(blocks.length, 2);
    assert.match(html, /data-code="1"/);
  });
});

describe('The outline of the page', () => {
  it('has one title, and headings of the text below the parts', () => {
    const html = answer('# One\n\n## Two\n\n### Three\n\n#### Four');
    assert.equal(html.match(/<h1/g)?.length, 1);
    assert.match(html, /<h3 id="part-1">One<\/h3>/);
    assert.match(html, /<h4>Four<\/h4>/);
  });

  it('is listed at the side without links inside links', () => {
    const html = answer('### About [others](question:other)');
    assert.match(html, /<li><a href="#part-1">About others<\/a><\/li>/);
  });
});

describe('What the reader did', () => {
  const progress = { state: 'started', ticked: ['two'], snippets: {}, bookmarked: false } as const;

  it('is there before any script runs', () => {
    const view = viewOf({}, { progress: { ...progress, answers: { which: 0 } } });
    const { html } = renderAnswer(view, plain);
    assert.match(html, /data-point="two" checked/);
    assert.doesNotMatch(html, /data-point="one" checked/);
    assert.match(html, /<progress value="1" max="2"/);
    assert.match(html, /value="0" checked/);
    assert.equal(html.match(/class="reason" hidden/g)?.length, 1);
    assert.doesNotMatch(html, /data-solved/);
  });

  it('shows every reason once the right choice is found', () => {
    const view = viewOf({}, { progress: { ...progress, answers: { which: 1 } } });
    const { html } = renderAnswer(view, plain);
    assert.match(html, /data-solved/);
    assert.doesNotMatch(html, /class="reason" hidden/);
  });
});

describe('The time to read', () => {
  it('counts prose and code, each at its own pace', () => {
    const words = 'word '.repeat(600);
    const code = `\`\`\`js fragment\n${'a();\n'.repeat(60)}\`\`\``;
    assert.equal(readingMinutes({ ...question, answer: words }), 3);
    assert.equal(readingMinutes({ ...question, answer: `${words}\n\n${code}` }), 5);
    assert.equal(readingMinutes(question), 1);
    const withExample = { ...question, example: words };
    assert.equal(answerMinutes(withExample), 1);
  });
});
