import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compileBank } from '../../../src/bank/compile-bank.ts';
import type { BankFiles } from '../../../src/bank/compile-bank.ts';
import { parseDiagram } from '../../../src/bank/parse-diagram.ts';
import { lineFeeds } from '../../../src/bank/line-feeds.ts';
import { goodFolder } from './temporary-bank.ts';

const good = (file: string) => readFileSync(join(goodFolder, file), 'utf8');
const question = good('timers/timer-order.md');
const snippet = good('timers/timer-order/by-delay.cjs');
const drawing = good('timers/timer-order/due-times.svg');
const topic = good('timers/topic.yml');

const marks = [
  ...['<script>', '<svg>', '<a href="x">', ' onload="x"', '</g>', '<![CDATA[', '&lt;', '<!--'],
  ...['---\n', '/* ---\n', '--- */\n', '## Answer\n', '## Key points\n', '## Quick checks\n'],
  ...[
    '### x {#y}\n',
    '- [x] a\n',
    '  > b\n',
    '- ',
    '> ',
    '```cjs run\n',
    '```\n',
    '<b>',
    '[x](',
    ')',
  ],
  ...[
    '{#',
    '}',
    'title: ',
    'expect:\n',
    '  - any: [',
    ']',
    '&a ',
    '*a',
    '!!map ',
    '? ',
    ': ',
    '\n',
  ],
  ...[
    '\t',
    '|\n',
    '"',
    "'",
    '%',
    '`',
    '{',
    '[[[[',
    '\u2028',
    '\r',
    '\0',
    '# ',
    'order: 1\n',
    '<<: ',
  ],
];
const junk = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary', maxLength: 5 })))
  .map((pieces) => pieces.join(''));

/** Junk alone, or a good text in which junk replaces a stretch. */
const spoiled = (text: string) =>
  fc.oneof(
    junk,
    fc
      .tuple(junk, fc.nat(text.length), fc.nat(80))
      .map(([piece, from, length]) => text.slice(0, from) + piece + text.slice(from + length)),
  );

function check(files: BankFiles, broken: boolean): void {
  const { bank, mistakes } = compileBank(files);
  const texts = new Map(
    [...files.topics, ...files.questions, ...files.snippets, ...files.diagrams].map(
      ({ file, text }) => [file, text],
    ),
  );
  for (const { file, line, column, message, advice } of mistakes) {
    const lines = lineFeeds(texts.get(file) ?? '').split('\n').length;
    assert.ok(Number.isInteger(line) && line >= 1 && line <= lines, `${file}:${line} of ${lines}`);
    assert.ok(column === undefined || column >= 1);
    assert.match(message, /[^\s.]$/);
    assert.match(advice, /\S[.?]$/);
  }
  const parts = bank.questions.length + bank.snippets.length;
  assert.equal(
    mistakes.length > 0,
    broken || parts < files.questions.length + files.snippets.length,
  );
  assert.doesNotThrow(() => JSON.stringify(bank));
}

const asQuestion = (text: string) => ({ file: 'q.md', topic: 'timers', id: 'q', text });
const asDrawing = (text: string) => ({ file: 'd.svg', topic: 't', question: 'q', name: 'd', text });
/** A tag that no drawing needs, or an attribute within a tag that could run or load something. */
const forbidden =
  /<(?!\/?(?:g|rect|circle|ellipse|line|polyline|polygon|path|text|tspan)\b)|<[^>]*\s(?:on|style|href|src|id)/;
const asSnippet = (text: string) =>
  ({ file: 's.cjs', topic: 'timers', question: 'q', name: 's', kind: 'cjs', text }) as const;

describe('any text at all is read or refused at one of its lines', () => {
  it('as a question', () => {
    fc.assert(
      fc.property(spoiled(question), (text) => {
        check({ topics: [], questions: [asQuestion(text)], diagrams: [], snippets: [] }, false);
      }),
    );
  });

  it('as a snippet', () => {
    fc.assert(
      fc.property(spoiled(snippet), (text) => {
        check({ topics: [], questions: [], diagrams: [], snippets: [asSnippet(text)] }, false);
      }),
    );
  });

  it('as a drawing', () => {
    fc.assert(
      fc.property(spoiled(drawing), (text) => {
        const { diagram, mistakes } = parseDiagram(asDrawing(text));
        assert.equal(diagram === undefined, mistakes.length > 0);
        const lines = lineFeeds(text).split('\n').length;
        for (const { line } of mistakes) assert.ok(line >= 1 && line <= lines);
        // Whatever stands in the file, a page gets only this.
        assert.doesNotMatch(diagram?.body ?? '', forbidden);
      }),
      // The words of a label are no attributes.
      { examples: [[drawing.replace('short &lt; long', 'sh\nong')]] },
    );
  });

  it('as a topic', () => {
    fc.assert(
      fc.property(spoiled(topic), (text) => {
        const files = {
          topics: [{ id: 'timers', file: 'topic.yml', text }],
          questions: [],
          snippets: [],
          diagrams: [],
        };
        check(files, true);
      }),
      // YAML quotes what it cannot read, with the spaces behind it.
      { examples: [['> <script>&a \norder: 2\n']] },
    );
  });

  it('when a hostile file nests without end', () => {
    const deep = '['.repeat(2_000);
    const yaml = `title: ${deep}\nexpect: ${deep}\n`;
    check(
      {
        topics: [],
        questions: [asQuestion(`---\n${yaml}---\n${'> '.repeat(2_000)}x`)],
        snippets: [],
        diagrams: [],
      },
      true,
    );
    check(
      {
        topics: [],
        questions: [],
        diagrams: [],
        snippets: [asSnippet(`/* ---\n${yaml}--- */\nx`)],
      },
      true,
    );
    const nested = `/* ---\nexpect: ${deep}${']'.repeat(2_000)}\n--- */\nx`;
    check({ topics: [], questions: [], diagrams: [], snippets: [asSnippet(nested)] }, true);
  });

  it('when aliases multiply', () => {
    const rows = 'bcdefghi'.split('').map((name, index) => {
      const before = 'abcdefgh'[index] ?? '';
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    });
    const text = `a: &a [x]\n${rows.join('\n')}\n`;
    check(
      { topics: [{ id: 't', file: 't.yml', text }], questions: [], snippets: [], diagrams: [] },
      true,
    );
  });
});
