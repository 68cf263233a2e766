import assert from 'node:assert/strict';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Search } from '../../../src/bank/search.ts';
import { createSearch } from '../../../src/bank/search.ts';
import { goodFolder } from './temporary-bank.ts';

describe('search', () => {
  let search: Search;

  before(async () => {
    const { bank } = await loadBankFolder(goodFolder);
    const [first, ...others] = bank.questions;
    assert.ok(first);
    search = await createSearch({
      ...bank,
      questions: [{ ...first, answer: 'A word: backpressure, libuv.', tags: ['files'] }, ...others],
    });
  });

  const ids = (query: string) => search.find(query).map(({ questionId }) => questionId);

  it('finds words of titles, tags, texts and snippets', () => {
    assert.deepEqual(ids('cleared'), ['clear-timers']);
    assert.deepEqual(ids('files'), ['read-stream']);
    assert.deepEqual(ids('libuv'), ['read-stream']);
    assert.deepEqual(ids('against an immediate'), ['timer-order']);
  });

  it('finds the part of an identifier', () => {
    assert.deepEqual(ids('createReadStream'), ['read-stream']);
    assert.deepEqual(ids('READ'), ['read-stream']);
  });

  it('puts a hit in the title before one in the text', () => {
    assert.equal(ids('order')[0], 'timer-order');
    const [best, next] = search.find('cleared order');
    assert.ok(best && (!next || best.score >= next.score));
  });

  it('finds a word that is still being typed or is typed wrong', () => {
    assert.deepEqual(ids('backpr'), ['read-stream']);
    assert.deepEqual(ids('bakcpressure'), ['read-stream']);
    assert.deepEqual(search.find('backpr')[0]?.terms, ['backpressure']);
  });

  it('wants all words, and takes some when no question has all', () => {
    assert.deepEqual(ids('stream libuv'), ['read-stream']);
    assert.deepEqual(new Set(ids('libuv cleared')), new Set(['read-stream', 'clear-timers']));
  });

  it('finds words of the own note, as long as they stand there', () => {
    search.setNote('clear-timers', 'ask about **unicorns**');
    assert.deepEqual(ids('unicorn'), ['clear-timers']);
    assert.deepEqual(ids('cleared'), ['clear-timers']);
    search.setNote('clear-timers', '');
    assert.deepEqual(ids('unicorns'), []);
    search.setNote('no-such-question', 'x');
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(ids(''), []);
    assert.deepEqual(ids('  ,;'), []);
    assert.deepEqual(ids('xyzzy'), []);
  });
});
