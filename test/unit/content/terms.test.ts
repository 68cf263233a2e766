import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { hasQuestion, realQuestions } from './prose-files.ts';

const folder = join(import.meta.dirname, 'terms');
type Terms = Readonly<Record<string, readonly string[]>>;

/** By topic: for each question, the words that an interviewer expects to hear. `a | b`: one of them. */
const lists = new Map(
  readdirSync(folder).map((file) => {
    const terms = parse(readFileSync(join(folder, file), 'utf8')) as Terms;
    return [basename(file, '.yml'), terms] as const;
  }),
);

describe("A page uses the field's terms", () => {
  for (const { file, topic, text, parsed, pack } of realQuestions()) {
    if (pack !== undefined) continue;
    it(file, () => {
      const wanted = lists.get(topic)?.[parsed.id];
      assert.ok(wanted, `Name the page's terms in test/unit/content/terms/${topic}.yml.`);
      const words = text.toLowerCase().replace(/\s+/g, ' ');
      const missing = wanted.filter((term) =>
        term.split(' | ').every((one) => !words.includes(one.toLowerCase())),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('has a list for no question that does not exist', () => {
    const gone = [...lists].flatMap(([topic, terms]) =>
      Object.keys(terms).filter((id) => !hasQuestion(topic, id)),
    );
    assert.deepEqual(gone, []);
  });
});
