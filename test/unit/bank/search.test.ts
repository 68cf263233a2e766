import assert from 'node:assert/strict';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Question, Snippet } from '../../../src/bank/model.ts';
import type { Search } from '../../../src/bank/search.ts';
import { createSearch } from '../../../src/bank/search.ts';
import { questionDocument, snippetDocument } from '../../../src/bank/search-document.ts';
import { goodFolder } from './temporary-bank.ts';

describe('search', () => {
  let search: Search;
  let withSnippets: Search;
  let goodSnippets: readonly Snippet[];
  let setNote: (questionId: string, note: string) => void;

  before(async () => {
    const { bank } = await loadBankFolder(goodFolder);
    goodSnippets = bank.snippets;
    const [first, ...others] = bank.questions;
    assert.ok(first);
    const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
    const changed = { ...first, answer: 'A word: backpressure, libuv.', tags: ['files'] };
    search = createSearch();
    const questions = [changed, ...others];
    const documentOf = (question: Question, note: string) =>
      questionDocument(question, (id) => snippets.get(id), note);
    search.add(questions.map((question) => documentOf(question, '')));
    withSnippets = createSearch();
    withSnippets.add([
      ...questions.map((question) => documentOf(question, '')),
      ...bank.snippets.map(snippetDocument),
    ]);
    setNote = (questionId, note) => {
      const question = questions.find(({ id }) => id === questionId);
      assert.ok(question);
      search.add([documentOf(question, note)]);
    };
  });

  const idsIn = (where: Search, query: string) => where.find(query).map(({ id }) => id);
  /** Of questions alone. */
  const ids = (query: string) => idsIn(search, query).map((id) => id.replace('question:', ''));

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

  it('finds words between the marks of Markdown and the signs of code', () => {
    setNote('clear-timers', 'use `griffins`,\tnow: phoenix=new|dragon');
    for (const word of ['griffin', 'phoenix', 'dragon']) {
      assert.deepEqual(ids(word), ['clear-timers'], word);
    }
    setNote('clear-timers', '');
  });

  it('finds a compound however it is written', () => {
    const written: Record<string, string[]> = {
      'read-stream': ['back pressure', 'Back-Pressure', 'back press', 'readstream', 'write file'],
      'timer-order': ['timerorder', 'set timeout', 'settime out', 'set-time-out'],
    };
    for (const [id, queries] of Object.entries(written)) {
      for (const query of queries) assert.equal(ids(query)[0], id, query);
    }
  });

  it('splits a word only where it is not known as it is written', () => {
    setNote('clear-timers', 'time flies out');
    assert.deepEqual(ids('timeflies'), ['clear-timers']);
    setNote('timer-order', 'timeflies');
    assert.deepEqual(ids('timeflies'), ['timer-order']);
    for (const id of ['clear-timers', 'timer-order']) setNote(id, '');
  });

  it('finds snippets by title, id and code, and their question before them', () => {
    const [snippet] = goodSnippets;
    assert.ok(snippet);
    const own = `snippet:${snippet.id}` as const;
    assert.equal(idsIn(withSnippets, snippet.id)[0], own);
    assert.ok(idsIn(withSnippets, snippet.title).includes(own), snippet.title);
    const word = /[a-z]{6,}/i.exec(snippet.code.replace(/console\.log/g, ''))?.[0] ?? '';
    assert.ok(idsIn(withSnippets, word).includes(own), word);
    const byTopic = idsIn(withSnippets, snippet.question.replaceAll('-', ' '));
    assert.equal(byTopic[0], `question:${snippet.question}`);
    assert.ok(byTopic.includes(own));
    const printing = idsIn(withSnippets, 'console').filter((id) => id.startsWith('snippet:'));
    assert.deepEqual(printing, [], 'nearly every snippet prints');
    for (const teaches of goodSnippets.map((one) => one.teaches)) {
      assert.ok(!JSON.stringify(snippetDocument(snippet)).includes(teaches), 'no answers');
    }
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(ids(''), []);
    assert.deepEqual(ids('  ,;'), []);
    assert.deepEqual(ids('xyzzy'), []);
  });
});
