import assert from 'node:assert/strict';
import { bankParser, compileBank } from '../../../src/bank/compile-bank.ts';
import type { Mistake } from '../../../src/bank/mistake.ts';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { plain, viewOf } from '../answer/question.ts';

const question = (id: string, matter: string, body = '') => ({
  ...{ file: `t/${id}.md`, topic: 't', id },
  text: `---\n${matter}\n---\n${body}`,
});
const sources =
  'sources: [{ title: a, url: https://nodejs.org/a }, { title: b, url: https://nodejs.org/b }]';
const matter = (title: string, more = '') =>
  `title: ${title}\nlevel: mid\ntags: [a]\n${sources}\n${more}`;
const messages = (mistakes: readonly Mistake[]): string =>
  mistakes.map(({ message }) => message).join('\n');
const snippet = (expect: string) =>
  bankParser.snippet({
    ...{ file: 's.cjs', topic: 't', question: 'q', name: 's', kind: 'cjs' },
    text: `/* ---\ntitle: T\ndifficulty: easy\nteaches: It.\nexpect: ${expect}\n--- */\ncode();\n`,
  });

describe('A pack that means harm', () => {
  it('gains nothing by names that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    for (const name of names) {
      const { mistakes } = bankParser.question(question('q', `${matter('T')}${name}: [x]`));
      assert.match(messages(mistakes), new RegExp(name), name);
    }
    const related = matter(
      'T',
      `related: [${names.filter((name) => name !== '__proto__').join(', ')}]`,
    );
    const { mistakes } = compileBank({
      ...{ topics: [], snippets: [], diagrams: [] },
      questions: [question('q', related), question('constructor', matter('C'))],
    });
    assert.ok(mistakes.length > 0);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).includes('x'), false);
  });

  it('may link its questions in a circle', () => {
    const ring = ['a', 'b', 'c'].map((id, at, all) =>
      question(id, matter('T', `related: [${all[(at + 1) % all.length]}]`)),
    );
    const { mistakes } = compileBank({
      ...{ topics: [], snippets: [], diagrams: [] },
      questions: ring,
    });
    assert.doesNotMatch(messages(mistakes), /related|RangeError|Maximum/);
  });

  it('is told which number it can’t have', () => {
    for (const number of ['1e999', '-.inf', '.nan', '9'.repeat(400), '0x' + 'f'.repeat(400)]) {
      const { mistakes } = bankParser.topic({
        ...{ file: 't/topic.yml', id: 't' },
        text: `title: T\nsummary: S\norder: ${number}\nquestions: [q]\n`,
      });
      assert.match(messages(mistakes), /order/, number);
    }
  });

  it('is read when lines of an output are no strings, and told so', () => {
    for (const expect of ['[1e999]', '[.nan]', '{ any: 7 }', '{ any: { any: [] } }', 'null']) {
      assert.ok(snippet(expect).mistakes.length > 0, expect);
    }
  });

  it('shows its characters that turn or hide text as what they are: text', () => {
    const title = '\u202Egnp.exe\u2066\u200B\u200D\uFEFF\u0000'.replace('\0', '');
    const { mistakes } = bankParser.question(question('q', matter(JSON.stringify(title))));
    assert.doesNotMatch(messages(mistakes), /RangeError|undefined/);
    const { html: body } = renderAnswer(viewOf({ title, answer: title }), plain);
    assert.doesNotMatch(body, /<(script|img|iframe|object)/);
  });

  const walls = {
    fences: '```js fragment\na()\n```\n\n'.repeat(2500),
    'fences that nothing closes': '```\n~~~~\n'.repeat(6000),
    quotes: `${'>'.repeat(30_000)} a`,
    lists: Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- a`)
      .join('\n')
      .slice(0, 60_000),
    'lists on one line': `${'- '.repeat(30_000)}a`,
    'braces and brackets': '{['.repeat(30_000),
    pictures: '![a](data:image/svg+xml,<svg onload=alert(1)>)\n'.repeat(1200),
    'definitions of links': '[a]: https://a.b\n'.repeat(3500),
    'links in links': '[a]('.repeat(15_000),
    entities: '&#x0;&amp;&lt;'.repeat(4000),
    'line ends of three systems': 'a\r\nb\rc\n'.repeat(8000),
    rules: '***\n---\n___\n'.repeat(5000),
    HTML: '<details open ontoggle=alert(1)><style>*{display:none}</style>'.repeat(900),
  };
  for (const [name, answer] of Object.entries(walls)) {
    it(`is read and drawn, and loads nothing: ${name}`, () => {
      assert.ok(answer.length < 64 * 1024);
      const { mistakes } = bankParser.question(question('q', matter('T'), `${answer}\n`));
      assert.doesNotMatch(messages(mistakes), /RangeError|Maximum call stack|undefined/);
      const { html: body } = renderAnswer(viewOf({ answer }), plain);
      const shown = body.slice(body.indexOf('id="answer"'), body.indexOf('id="say-it"'));
      for (const [, tag = '', attributes = ''] of shown.matchAll(/<(\w+)([^<>]*)>/g)) {
        assert.doesNotMatch(tag, /^(script|style|img|iframe|object|embed|details|svg|link|base)$/);
        assert.doesNotMatch(attributes, /\s(on\w+|style|src|srcset)=/);
      }
    });
  }
});
