import MiniSearch from 'minisearch';
import type { Bank, Question, Snippet } from './model.ts';

export interface SearchHit {
  readonly questionId: string;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
  /** The words of the bank that matched, in lower case. */
  readonly terms: readonly string[];
}

export interface Search {
  /** @returns the best hits first; none for a query without words */
  find(query: string): readonly SearchHit[];
  /** The user's own note to a question, found like its texts; empty when there is none. */
  setNote(questionId: string, text: string): void;
}

const boost = { title: 8, tags: 5, note: 5, relevantTo: 4, keyPoints: 2, text: 1 } as const;
type Field = keyof typeof boost;

/**
 * Indexes a bank, a part at a time, so that nobody waits for a large one. Searching forgives typing
 * errors, and a word may still be incomplete.
 */
export async function createSearch(bank: Bank): Promise<Search> {
  const index = new MiniSearch<Record<Field | 'id', string>>({
    fields: Object.keys(boost),
    processTerm: wordsOf,
    searchOptions: {
      boost,
      prefix: true,
      processTerm: (term) => term.toLowerCase(),
    },
  });
  const snippets = new Map(bank.snippets.map((snippet) => [snippet.id, snippet]));
  const documents = new Map(
    bank.questions.map((question) => [question.id, documentOf(question, snippets)]),
  );
  await index.addAllAsync([...documents.values()], { chunkSize: 50 });
  return {
    find(query) {
      const hits = firstThatFinds(
        () => index.search(query, { combineWith: 'AND' }),
        // Looking for typing errors goes through most of the index, so it comes second.
        () => index.search(query, { combineWith: 'AND', fuzzy }),
        () => index.search(query, { combineWith: 'OR', fuzzy }),
      );
      return hits.map(({ id, score, terms }) => ({ questionId: String(id), score, terms }));
    },
    setNote(questionId, text) {
      const before = documents.get(questionId);
      if (!before || before.note === text) return;
      const now = { ...before, note: text };
      documents.set(questionId, now);
      index.replace(now);
    },
  };
}

/** One letter in five; short words are typed right or mean another word. */
const fuzzy = (term: string): number | false => (term.length > 3 ? 0.2 : false);

function firstThatFinds<Hit>(...ways: readonly (() => readonly Hit[])[]): readonly Hit[] {
  for (const way of ways) {
    const hits = way();
    if (hits.length > 0) return hits;
  }
  return [];
}

/** `setImmediate` is found by `immediate` too. */
function wordsOf(term: string): string | string[] {
  if (!/[a-z0-9][A-Z]/.test(term)) return term.toLowerCase();
  const parts = term.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return [...new Set([term, ...(parts.length > 1 ? parts : [])].map((word) => word.toLowerCase()))];
}

function documentOf(
  question: Question,
  snippets: ReadonlyMap<string, Snippet>,
): Record<Field | 'id', string> {
  const { id, title, tags, relevantTo, keyPoints, followUps, checks } = question;
  const texts = [
    question.answer,
    question.example ?? '',
    question.sayIt,
    question.commonMistake,
    question.inProduction,
    ...followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
    ...checks.map((check) => check.question),
    ...question.snippets.map((name) => snippets.get(name)?.title ?? ''),
  ];
  return {
    id,
    title,
    tags: tags.join(' '),
    relevantTo: relevantTo.join(' '),
    note: '',
    keyPoints: keyPoints.map(({ text }) => text).join('\n'),
    text: texts.join('\n'),
  };
}
