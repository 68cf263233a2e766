// cspell:ignore letrec
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from '../../../src/bank/closest.ts';
import { createTextIndex } from '../../../src/bank/text-index.ts';
import type { TextIndex, TextQuery } from '../../../src/bank/text-index.ts';

type Fields = readonly (readonly string[])[];

const both = [0, 1];
const titleAndText = () => createTextIndex([8, 1]);
const add = (index: TextIndex, fields: Fields, weight = 1): number =>
  index.add(
    fields.map((terms) => terms.map(index.numberOf)),
    weight,
  );
const found = (index: TextIndex, query: TextQuery) => index.find(query).documents;

/** What the index must find, read off the documents themselves. */
function matches(fields: Fields, query: TextQuery): boolean {
  if ('all' in query) return query.all.every((part) => matches(fields, part));
  if ('any' in query) return query.any.some((part) => matches(fields, part));
  const { term, begins = false, typos = 0 } = query;
  return query.fields
    .flatMap((field) => fields[field] ?? [])
    .some(
      (own) => own === term || (begins && own.startsWith(term)) || distance(own, term) <= typos,
    );
}

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', '1'),
  minLength: 1,
  maxLength: 6,
});
const documents = fc.array(fc.tuple(fc.array(word), fc.array(word)), { maxLength: 12 });
const term = fc.record({
  term: word,
  fields: fc.constantFrom([0], [1], both),
  begins: fc.boolean(),
  typos: fc.nat(2),
});
const { query } = fc.letrec<{ query: TextQuery }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2 },
    term,
    fc.record({ all: fc.array(tie('query'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('query'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

describe('an index of texts', () => {
  it('finds exactly the documents that have what is asked for', () => {
    fc.assert(
      fc.property(documents, query, fc.nat(12), (texts, asked, removed) => {
        const index = titleAndText();
        for (const fields of texts) add(index, fields);
        if (removed < texts.length) index.remove(removed);
        const wanted = [...texts.keys()].filter(
          (number) => number !== removed && matches(texts[number] ?? [], asked),
        );
        assert.deepEqual(
          found(index, asked).toSorted((a, b) => a - b),
          wanted,
        );
        assert.equal(index.has(asked), wanted.length > 0);
      }),
    );
  });

  it('tells of each part of the query the term that says most', () => {
    const index = titleAndText();
    const document = add(index, [['streams'], ['stream', 'streaming', 'pipes']]);
    const asked = {
      all: [
        { term: 'stream', fields: both, begins: true },
        { term: 'pipe', fields: both, begins: true },
      ],
    };
    assert.deepEqual(index.find(asked).termsOf(document), ['streams', 'pipes']);
  });

  it('puts first what has a term in a weighty field, often, among few others, or as it was typed', () => {
    const orders: readonly (readonly [string, Fields, Fields, number?])[] = [
      ['in the title', [[], ['node']], [['node'], []]],
      ['often', [[], ['node', 'js', 'is']], [[], ['node', 'node', 'is']]],
      ['in a short text', [[], ['node', 'js', 'is', 'it']], [[], ['node']]],
      ['as it was typed', [[], ['nodes']], [[], ['node']]],
      ['in what weighs more', [[], ['node']], [[], ['node']], 2],
    ];
    for (const [why, worse, better, weight = 1] of orders) {
      const index = titleAndText();
      const [second, first] = [add(index, worse), add(index, better, weight)];
      const asked = { term: 'node', fields: both, begins: true };
      assert.deepEqual(found(index, asked), [first, second], why);
    }
    const index = titleAndText();
    for (const other of ['common', 'common', 'rare']) add(index, [[], [other]]);
    const asked = { any: ['common', 'rare'].map((one) => ({ term: one, fields: both })) };
    assert.deepEqual(found(index, asked), [2, 0, 1]);
  });

  it('prefers all words of the query to one of them often', () => {
    const index = titleAndText();
    add(index, [[], ['event', 'event', 'event', 'loop', 'event']]);
    add(index, [[], ['event', 'x', 'x2', 'x3', 'phases']]);
    add(index, [[], ['event', 'loop', 'phases', 'x', 'x2']]);
    const asked = { any: ['event', 'loop', 'phases'].map((one) => ({ term: one, fields: both })) };
    assert.equal(found(index, asked)[0], 2);
  });

  it('grows with what is added while it is searched', () => {
    const index = titleAndText();
    const asked = { term: 'word', fields: both, begins: true };
    for (let number = 0; number < 3000; number++) {
      add(index, [[`word${number}`], Array.from({ length: 300 }, () => 'word')]);
      if (number % 1000 === 0) assert.equal(found(index, asked).length, number + 1);
    }
    assert.deepEqual(found(index, { term: 'word2999', fields: both }), [2999]);
  });

  it('finds each term where it is, when many grow in turns', () => {
    const index = titleAndText();
    const terms = Array.from({ length: 150 }, (_, number) => `t${number}`);
    const has = (term: number, document: number): boolean => (term * 7 + document * 11) % 5 < 2;
    for (let document = 0; document < 2000; document++) {
      add(index, [[], terms.filter((_, term) => has(term, document))]);
    }
    for (const [number, term] of terms.entries()) {
      const wanted = Array.from({ length: 2000 }, (_, document) => document);
      assert.deepEqual(
        found(index, { term, fields: both }).toSorted((a, b) => a - b),
        wanted.filter((document) => has(number, document)),
      );
    }
  });
});
