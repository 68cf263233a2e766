import assert from 'node:assert/strict';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Question } from '../../../src/bank/model.ts';
import type { Search } from '../../../src/bank/search.ts';
import { createSearch } from '../../../src/bank/search.ts';
import { searchDocument } from '../../../src/bank/search-document.ts';
import { goodFolder } from './temporary-bank.ts';

describe('search', () => {
  let search: Search;
  let setNote: (questionId: string, note: string) => void;

  before(async () => {
    const { bank } = await loadBankFolder(goodFolder);
    const [first, ...others] = bank.questions;
    assert.ok(first);
    const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
    const changed = { ...first, answer: 'A word: backpressure, libuv.', tags: ['files'] };
    search = createSearch();
    const questions = [changed, ...others];
    const documentOf = (question: Question, note: string) =>
      searchDocument(question, (id) => snippets.get(id), note);
    search.add(questions.map((question) => documentOf(question, '')));
    setNote = (questionId, note) => {
      const question = questions.find(({ id }) => id === questionId);
      assert.ok(question);
      search.add([documentOf(question, note)]);
    };
  });

  const ids = (query: string) => search.find(query).map(({ questionId }) => questionId);

  it('finds words of titles, tags, texts and snippets', () => {
    assert.equal(ids('cleared')[0], 'clear-timers');
    assert.deepEqual(ids('files'), ['read-stream']);
    assert.deepEqual(ids('libuv'), ['read-stream']);
    assert.deepEqual(ids('against an immediate'), ['timer-order']);
  });

  it('finds other forms of a word', () => {
    for (const query of ['clear', 'clears', 'clearing']) {
      assert.equal(ids(query)[0], 'clear-timers', query);
    }
  });

  it('passes over words that say nothing of a subject, unless there are no others', () => {
    assert.deepEqual(ids('what is the libuv'), ['read-stream']);
    assert.ok(ids('what is').length > 0);
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
    assert.deepEqual(search.find('backpr')[0]?.terms, ['backpressur']);
  });

  it('wants all words, and takes some when no question has all', () => {
    assert.deepEqual(ids('stream libuv'), ['read-stream']);
    assert.deepEqual(
      new Set(ids('libuv cleared')),
      new Set(['read-stream', 'clear-timers', 'timer-order']),
    );
  });

  it('finds words of the own note, as long as they stand there', () => {
    setNote('clear-timers', 'ask about **unicorns**');
    assert.deepEqual(ids('unicorn'), ['clear-timers']);
    assert.equal(ids('cleared')[0], 'clear-timers');
    setNote('clear-timers', '');
    assert.deepEqual(ids('unicorns'), []);
  });

  it('takes one or two letters for a whole word or the beginning of a name, else of any word', () => {
    setNote('clear-timers', 'fifty bats');
    assert.deepEqual(ids('fi'), ['read-stream']);
    assert.deepEqual(new Set(ids('ba')), new Set(['read-stream', 'clear-timers']));
    setNote('timer-order', 'on ba');
    assert.deepEqual(ids('ba'), ['timer-order']);
    for (const id of ['clear-timers', 'timer-order']) setNote(id, '');
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(ids(''), []);
    assert.deepEqual(ids('  ,;'), []);
    assert.deepEqual(ids('xyzzy'), []);
  });
});
