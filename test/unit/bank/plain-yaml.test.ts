import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { limits } from '../../../src/bank/limits.ts';
import { readPlainYaml } from '../../../src/bank/plain-yaml.ts';
import {
  packTemplate,
  questionTemplate,
  topicTemplate,
} from '../../../src/features/packs/templates.ts';

const read = (text: string) => readPlainYaml(text, limits.items);

describe('front matter that is read without a parser of all of YAML', () => {
  it('is what the parser makes of it', () => {
    let wasRead = 0;
    fc.assert(
      fc.property(yamlLike, (text) => {
        const fields = read(text);
        if (fields === undefined) return;
        wasRead++;
        assertIsYaml(text, fields);
      }),
      { numRuns: 2500 },
    );
    assert.ok(wasRead > 250, `Only ${wasRead} texts were read.`);
  });

  it('is what the parser makes of a good text that is spoiled', () => {
    const good = matterOf(questionTemplate('How?'));
    const place = fc.nat(good.length);
    fc.assert(
      fc.property(place, fc.nat(3), fc.constantFrom(...marks), (at, length, mark) => {
        const text = good.slice(0, at) + mark + good.slice(at + length);
        const fields = read(text);
        if (fields !== undefined) assertIsYaml(text, fields);
      }),
      { numRuns: 1500 },
    );
  });

  it('is that of new packs and of nearly all questions', () => {
    const texts = [packTemplate('team', 'Team'), topicTemplate('Topic', 1, 'how')];
    for (const text of [...texts, matterOf(questionTemplate('How?'))]) assert.ok(read(text), text);
    const folder = join(import.meta.dirname, '../../../questions');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[^/\\]+[/\\][^/\\]+\.md$/.test(name))
      .map((name) => matterOf(readFileSync(join(folder, name), 'utf8')));
    const plain = files.filter((text) => read(text) !== undefined);
    for (const text of plain) assertIsYaml(text, read(text));
    assert.ok(plain.length >= 0.9 * files.length, `${plain.length} of ${files.length}`);
  });

  it('has no more items in a list than others may', () => {
    const list = (count: number) => `tags:\n${'- a\n'.repeat(count)}`;
    assert.deepEqual(readPlainYaml(list(3), 3), { tags: ['a', 'a', 'a'] });
    assert.equal(readPlainYaml(list(4), 3), undefined);
    assert.equal(readPlainYaml('tags: [a, a, a, a]', 3), undefined);
  });
});

const matterOf = (text: string): string => text.split(/^---$/m)[1]?.trim() ?? '';

function assertIsYaml(text: string, fields: unknown): void {
  const document = parseDocument(text, { logLevel: 'error', prettyErrors: false });
  assert.deepEqual([...document.errors, ...document.warnings], [], text);
  assert.deepEqual(fields, document.toJS(), text);
}

const marks = [
  ...['\n', '\n\n', ' ', '  ', '\t', '- ', '-', ': ', ':', '#', ' # x', '"', "'", '\\', '|', '>'],
  ...['[', ']', '{', '}', ', ', ',', '&a ', '*a', '!', '%', '@', '`', '?', '---\n', '...\n', '~'],
  ...['null', 'True', '0x1f', '1e3', '.5', '-1', '007', '\u2028', '\u0085', '\ufeff', 'é', '𝒳'],
];

/** Lines that look like fields and items, most of them right. */
const yamlLike = (() => {
  const word = fc.constantFrom(
    ...['a', 'b c', 'What is it?', 'true', 'No', 'null', '1', '0', '12', '-3', '1.5', '007', 'é x'],
    ...[
      'https://x.org/#y',
      'a: b',
      'a #b',
      'a:',
      "it's",
      '"q"',
      "'q'",
      '"it\'s"',
      '"a\\n"',
      "'a''b'",
    ],
    ...[
      '[]',
      '[a]',
      '[a, b c]',
      '[a,b]',
      '[a, 1]',
      '[a, ]',
      '[a: b, c]',
      '{a: b}',
      '- a',
      '*a',
      '&a',
    ],
    ...['"a" b', '"', 'a\\', '`a`', 'a ', '? a', 'a, b', 'a]', 'x'.repeat(1100)],
  );
  const name = fc.constantFrom(
    'a',
    'b',
    'title',
    'toString',
    'null',
    'true',
    'on',
    '1',
    'a-b',
    '__proto__',
  );
  const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', ' ');
  const value = fc.oneof(
    fc.constant(''),
    word.map((text) => ` ${text}`),
  );
  const line = fc.oneof(
    fc.tuple(indent, name, value).map(([space, key, text]) => `${space}${key}:${text}`),
    fc.tuple(indent, word).map(([space, text]) => `${space}- ${text}`),
    fc.tuple(indent, name, word).map(([space, key, text]) => `${space}- ${key}: ${text}`),
    fc.constantFrom('', '# x', '---', '...', 'a'),
  );
  const mostlyGood = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b c', 'What is it?', '1', '"q: # x"', "'q'") },
    { weight: 1, arbitrary: word },
  );
  const good = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
      fc.constantFrom('', '  '),
      fc.array(mostlyGood, { minLength: 4, maxLength: 4 }),
      fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
    )
    .map(([names, space, words, kinds]) =>
      names
        .map((key, index) => {
          const text = words[index] ?? '';
          const kind = kinds[index] ?? 0;
          if (kind === 0) return `${key}: ${text}`;
          if (kind === 1) return `${key}:\n${space}- ${text}\n${space}- x`;
          return `${key}:\n${space}- a: ${text}\n${space}  b: y`;
        })
        .join('\n'),
    );
  const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n'));
  return fc.tuple(fc.oneof(lines, good), fc.constantFrom('', '\n', '\n\n')).map(([a, b]) => a + b);
})();
