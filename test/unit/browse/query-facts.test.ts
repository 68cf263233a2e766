import assert from 'node:assert/strict';
import type { Question, Snippet, Topic } from '../../../src/bank/model.ts';
import { parseQuery, passesQuery } from '../../../src/bank/query.ts';
import { questionFacts, snippetFacts } from '../../../src/features/browse/query-facts.ts';
import type { LoadedBank } from '../../../src/features/services/services.ts';
import type { Progress } from '../../../src/study/progress.ts';

describe('What a filter in the search finds', () => {
  it('is:due what the schedule says, however far one is with it', () => {
    const done: Partial<Progress> = { question: () => 'done' };
    assert.equal(finds('is:due', { due: ['question:one'], progress: done }), true);
    assert.equal(finds('is:due', { due: ['question:two'], progress: began }), false);
  });

  it('is:solved where every snippet is, and there is one', () => {
    const solved = (...ids: string[]): Partial<Progress> => ({
      snippet: (id) => (ids.includes(id) ? 'solved' : 'new'),
    });
    assert.equal(finds('is:solved', { progress: solved('a', 'b') }), true);
    assert.equal(finds('is:solved', { progress: solved('a') }), false);
    assert.equal(finds('is:solved', { snippets: [], progress: solved('a', 'b') }), false);
  });

  it('has:race and has:twin by any of its snippets', () => {
    assert.equal(finds('has:race', { snippets: ['a', 'b'] }), true);
    assert.equal(finds('has:race', { snippets: ['a'] }), false);
    assert.equal(finds('has:twin', { snippets: ['a', 'b'] }), true);
    assert.equal(finds('has:twin', { snippets: ['b'] }), false);
    assert.equal(finds('has:snippet', { snippets: ['gone'] }), false);
  });

  it('has:note and is:bookmarked by what the user keeps', () => {
    assert.equal(finds('has:note is:bookmarked', {}), false);
    const kept: Partial<Progress> = { note: () => 'Mine', bookmarked: () => true };
    assert.equal(finds('has:note is:bookmarked', { progress: kept }), true);
  });

  it('a snippet by itself, and by the place of its question', () => {
    const snippet = { id: 'one/a', question: 'one', difficulty: 'hard', race: 'x' } as Snippet;
    const bank = {
      question: () => ({ topic: 'event-loop', tags: ['timers'] }),
      topic: () => ({ title: 'Event loop', pack: { id: 'mine', title: 'My own' } }),
    } as unknown as LoadedBank;
    const progress = { snippet: () => 'tried' } as unknown as Progress;
    const isDue = (card: string) => card === 'snippet:one/a';
    assert.deepEqual(snippetFacts(snippet, bank, progress, isDue), {
      ...{ type: 'snippet', difficulty: 'hard' },
      ...{ topic: ['event-loop', 'Event loop'], pack: ['mine', 'My own'], tags: ['timers'] },
      ...{ is: new Set(['tried', 'due']), has: new Set(['race']) },
    });
  });

  it('a topic by its id or title, and a pack by its own', () => {
    for (const query of ['topic:event-loop', 'topic:scheduling', 'pack:mine']) {
      assert.equal(finds(query, {}), true, query);
    }
    assert.equal(finds('topic:streams', {}), false);
  });
});

/** Of topics and packs. */
const names = ['event-loop', 'Event loop and scheduling', 'streams', 'mine'];

const began: Partial<Progress> = { question: () => 'started' };

/** A question with the snippets `a`, which has a twin, and `b`, which is a race. */
function finds(
  text: string,
  world: {
    readonly snippets?: readonly string[];
    readonly progress?: Partial<Progress>;
    readonly due?: readonly string[];
  },
): boolean {
  const { snippets = ['a', 'b'], progress = {}, due = [] } = world;
  const known = new Map<string, Partial<Snippet>>([
    ['a', { twin: 'c' }],
    ['b', { race: 'They race.' }],
  ]);
  const question = {
    id: 'one',
    topic: 'event-loop',
    level: 'mid',
    tags: [],
    snippets,
    diagrams: [],
  } as Partial<Question> as Question;
  const topic = {
    title: 'Event loop and scheduling',
    pack: { id: 'mine', title: 'My own' },
  } as Partial<Topic> as Topic;
  const bank = {
    topic: () => topic,
    snippet: (id: string) => known.get(id) as Snippet | undefined,
  } as Partial<LoadedBank> as LoadedBank;
  const nothing: Partial<Progress> = {
    question: () => 'new',
    snippet: () => 'new',
    bookmarked: () => false,
    note: () => '',
    lastSeen: () => 0,
  };
  const query = parseQuery(text, () => names);
  assert.deepEqual(query.unknown, []);
  const all = { ...nothing, ...progress } as Progress;
  return passesQuery(
    query,
    questionFacts(question, bank, all, (card) => due.includes(card)),
  );
}
