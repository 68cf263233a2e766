import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterNames,
  offersFor,
  parseQuery as parse,
  passesQuery,
} from '../../../src/bank/query.ts';
import type { QueryFacts } from '../../../src/bank/query.ts';

const facts: QueryFacts = {
  type: 'question',
  level: 'senior',
  topic: ['event-loop', 'Event loop and scheduling'],
  pack: [],
  tags: ['timers', 'es modules'],
  is: new Set(['started', 'due']),
  has: new Set(['snippet']),
};
const names = {
  topic: ['event-loop', 'Event loop and scheduling', 'streams'],
  tag: ['timers', 'es modules'],
  pack: ['mine'],
};
const namesOf = (filter: keyof typeof names) => names[filter];
const parseQuery = (text: string) => parse(text, namesOf);
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
    const text = 'node:fs http://x localhost:3000 Error: std::map';
    assert.deepEqual(parseQuery(text), { words: text, filters: [], unknown: [] });
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
    assert.equal(passes('level:junior,expert'), false);
  });

  it('tells what looks like a filter and is none, with the one that is meant', () => {
    const meant: [text: string, filter: string | undefined][] = [
      ['level:foo', 'level'],
      ['level:junior,foo', 'level'],
      ['topic:gardening', 'topic'],
      ['tag:"no such tag"', 'tag'],
      ['lvl:senior', 'level'],
      ['lvl:foo', 'level'],
      ['diff:hard', 'difficulty'],
      ['tags:timers', 'tag'],
      ['state:done', 'is'],
      ['kind:snippet', 'type'],
      ['foo:bar', undefined],
      ['code:ENOENT', undefined],
    ];
    for (const [text, filter] of meant) {
      const [found, ...more] = parseQuery(`x ${text} y`).unknown;
      assert.deepEqual([found?.typed, found?.meant, more.length], [text, filter, 0], text);
    }
    assert.equal(parseQuery('x foo:bar').words, 'x foo:bar', 'looked for as words');
    assert.equal(parseQuery('x lvl:senior').words, 'x');
    assert.equal(passes('lvl:senior'), false, 'nothing is listed as if it had passed');
    assert.equal(passes('foo:bar'), true);
  });

  it('offers the values that a filter has, the likely ones first', () => {
    const offers = (...[filter, value]: [Parameters<typeof offersFor>[0], string]) =>
      offersFor(filter, [value], namesOf).map(({ text }) => text);
    assert.deepEqual(offers('level', 'senoir'), ['level:senior', 'level:junior', 'level:mid']);
    assert.deepEqual(offers('level', 'foo'), ['level:junior', 'level:mid', 'level:senior']);
    assert.equal(offers('is', 'solve')[0], 'is:solved');
    assert.deepEqual(offers('tag', 'modules'), ['tag:"es modules"', 'tag:timers']);
    for (const text of offers('tag', 'x')) assert.deepEqual(parseQuery(text).unknown, []);
  });

  it('asks snippets for their difficulty, and questions for their level', () => {
    const snippet: QueryFacts = { ...facts, type: 'snippet', difficulty: 'hard' };
    delete (snippet as { level?: string }).level;
    const both = (text: string) => [passes(text), passesQuery(parseQuery(text), snippet)];
    assert.deepEqual(both('type:question'), [true, false]);
    assert.deepEqual(both('type:snippet'), [false, true]);
    assert.deepEqual(both('level:senior'), [true, false]);
    assert.deepEqual(both('difficulty:hard,easy'), [false, true]);
    assert.deepEqual(both('topic:event-loop'), [true, true]);
  });

  it('never throws, and keeps every word that is no filter', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const filter = fc
      .tuple(fc.constantFrom(...filterNames), fc.stringMatching(/^["a-z,]{0,6}$/))
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
