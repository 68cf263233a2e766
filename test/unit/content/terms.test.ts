import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { realQuestions } from './prose-files.ts';

const folder = join(import.meta.dirname, 'terms');
type Terms = Readonly<Record<string, readonly string[]>>;

/** By topic, or by pack: for each question, the words that an interviewer expects to hear. `a | b`: one of them. */
const lists = new Map(
  readdirSync(folder).map((file) => {
    const terms = parse(readFileSync(join(folder, file), 'utf8')) as Terms;
    return [basename(file, '.yml'), terms] as const;
  }),
);

describe("A page uses the field's terms", () => {
  const questions = realQuestions();
  const listOf = ({ pack, topic }: (typeof questions)[number]): string => pack ?? topic;

  for (const one of questions) {
    it(one.file, () => {
      const { text, parsed } = one;
      const wanted = lists.get(listOf(one))?.[parsed.id];
      assert.ok(wanted, `Name the page's terms in test/unit/content/terms/${listOf(one)}.yml.`);
      const words = text.toLowerCase().replace(/\s+/g, ' ');
      const missing = wanted.filter((term) =>
        term.split(' | ').every((one) => !words.includes(one.toLowerCase())),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('has a list for no question that does not exist', () => {
    const known = new Set(questions.map((one) => `${listOf(one)}/${one.parsed.id}`));
    const gone = [...lists].flatMap(([list, terms]) =>
      Object.keys(terms)
        .map((id) => `${list}/${id}`)
        .filter((id) => !known.has(id)),
    );
    assert.deepEqual(gone, []);
  });
});
