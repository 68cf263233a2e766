import assert from 'node:assert/strict';
import { z } from 'zod';
import { authorSchemas } from '../../../src/bank/author-schemas.lazy.ts';
import type { QuestionMatter, SnippetMatter } from '../../../src/bank/schema.ts';
import type { Question, Snippet } from '../../../src/bank/model.ts';

const source = { title: 'Timers', url: 'https://nodejs.org/api/timers.html' };
const good = {
  topic: { title: 'Timers', order: 1, summary: 'About timers.', questions: ['timer-order'] },
  question: { title: 'Which?', level: 'mid', tags: ['timers'], sources: [source, source] },
  snippet: {
    title: 'Which?',
    difficulty: 'easy',
    teaches: 'This.',
    expect: ['a', { err: 'b' }, { any: ['c', [{ block: ['d', 'e'] }]] }, { exit: 1 }],
  },
};
const bad = {
  topic: [{ ...good.topic, order: 'first' }, { ...good.topic, extra: 1 }, { title: 'Timers' }],
  question: [
    { ...good.question, level: 'expert' },
    { ...good.question, sources: [source] },
  ],
  snippet: [
    { ...good.snippet, expect: [1] },
    { ...good.snippet, expect: [{ eny: ['a', 'b'] }] },
    { ...good.snippet, expect: [{ any: ['a', 'b'], exit: 1 }] },
    { ...good.snippet, permissions: ['all'] },
  ],
};

describe('JSON Schemas for authors', () => {
  const schemas = authorSchemas();

  for (const name of ['topic', 'question', 'snippet'] as const) {
    it(`accept what is right and refuse what is wrong: ${name}`, () => {
      // Through JSON, as an editor gets it.
      const json = JSON.parse(JSON.stringify(schemas[name])) as z.core.JSONSchema.JSONSchema;
      const schema = z.fromJSONSchema(json);
      const result = schema.safeParse(good[name]);
      assert.equal(result.error, undefined);
      for (const sample of bad[name]) {
        assert.equal(schema.safeParse(sample).success, false, JSON.stringify(sample));
      }
    });

    it(`explain every field: ${name}`, () => {
      const { properties = {} } = schemas[name];
      assert.notEqual(Object.keys(properties).length, 0);
      const definitions = JSON.stringify(schemas[name]['definitions'] ?? {});
      for (const [field, value] of Object.entries(properties)) {
        const explained =
          typeof value === 'object' && (value.description ?? definitions.includes('description'));
        assert.ok(explained, field);
      }
    });
  }
});

describe('types of the front matter', () => {
  it('fit the compiled bank', () => {
    // Checked by the compiler: a field that drifts apart no longer compiles.
    const question = (matter: QuestionMatter): Partial<Question> => matter;
    const snippet = ({
      variants: _,
      race: __,
      decoys: ___,
      ...matter
    }: SnippetMatter): Partial<Snippet> => matter;
    assert.equal(typeof question, typeof snippet);
  });
});
