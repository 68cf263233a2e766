import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery, passesQuery, queryKeys } from '../../../src/bank/query.ts';
import type { QueryFacts } from '../../../src/bank/query.ts';

const facts: QueryFacts = {
  level: 'senior',
  topic: ['event-loop', 'Event loop and scheduling'],
  pack: [],
  tags: ['timers', 'es modules'],
  is: new Set(['started', 'due']),
  has: new Set(['snippet']),
};
const passes = (text: string) => passesQuery(parseQuery(text), facts);

describe('A query', () => {
  it('is words with filters between them', () => {
    assert.deepEqual(parseQuery('timers level:senior before has:snippet io'), {
      words: 'timers before io',
      filters: [
        { kind: 'level', values: ['senior'] },
        { kind: 'has', values: ['snippet'] },
      ],
      unknown: [],
    });
  });

  it('takes several values, and values of several words', () => {
    assert.deepEqual(parseQuery('Level:junior,mid tag:"ES modules"').filters, [
      { kind: 'level', values: ['junior', 'mid'] },
      { kind: 'tag', values: ['es modules'] },
    ]);
  });

  it('leaves names with a colon alone', () => {
    assert.deepEqual(parseQuery('node:fs http://x'), {
      ...{ words: 'node:fs http://x', filters: [], unknown: [] },
    });
  });

  it('passes what fits every filter', () => {
    for (const text of [
      '',
      'level:senior',
      'level:junior,senior',
      'is:due',
      'has:snippet is:started',
    ]) {
      assert.equal(passes(text), true, text);
    }
    for (const text of [
      'level:junior',
      'is:new',
      'has:note',
      'level:senior is:done',
      'pack:mine',
    ]) {
      assert.equal(passes(text), false, text);
    }
  });

  it('knows topics and tags by a part of their id or title', () => {
    for (const text of ['topic:event-loop', 'topic:loop', 'topic:"event loop"', 'tag:es-modules']) {
      assert.equal(passes(text), true, text);
    }
    assert.equal(passes('topic:streams'), false);
  });

  it('lets pass while a filter is being typed, and nothing when it means nothing', () => {
    assert.equal(passes('level:'), true);
    assert.equal(passes('level:sen'), true);
    assert.equal(passes('level:expert'), false);
    assert.deepEqual(parseQuery('x level:expert').unknown, ['level:expert']);
  });

  it('never throws, and keeps every word that is no filter', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const filter = fc
      .tuple(fc.constantFrom(...queryKeys), fc.stringMatching(/^["a-z,]{0,6}$/))
      .map(([key, value]) => `${key}:${value.replaceAll('"', '')}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, filter)), (parts) => {
        const words = parts.filter((part) => !part.includes(':'));
        assert.equal(parseQuery(parts.join(' ')).words.replace(/\s+/g, ' '), words.join(' '));
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseQuery(text)));
  });
});
