import MiniSearch from 'minisearch';
import type { SearchDocument } from './search-document.ts';

export interface SearchHit {
  readonly questionId: string;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
  /** The words of the bank that matched, in lower case; at most `mostTerms`. */
  readonly terms: readonly string[];
}

export interface Search {
  /** Questions that can be found from now on; one that was added before is replaced. */
  add(documents: readonly SearchDocument[]): void;
  /** @returns the best hits first; none for a query without words */
  find(query: string): readonly SearchHit[];
}

const boost = { title: 8, tags: 5, note: 5, relevantTo: 4, keyPoints: 2, text: 1 } as const;

/** The fields in which a word of one or two letters may be the beginning of a longer one. */
const shortFields = ['title', 'tags', 'relevantTo'] as const;
const shortWord = 2;

/** More of them would not be looked for in a line, and half an alphabet begins with one letter. */
const mostTerms = 20;

/**
 * An index of questions that grows. Searching forgives typing errors, and a word may still be
 * incomplete; of a word of one or two letters that is looked for in titles and names first, since
 * almost every text has some word that begins so.
 */
export function createSearch(): Search {
  const index = new MiniSearch<SearchDocument>({
    fields: Object.keys(boost),
    processTerm: wordsOf,
    searchOptions: { boost, processTerm: (term) => term.toLowerCase() },
  });
  return {
    add(documents) {
      for (const { id } of documents) if (index.has(id)) index.discard(id);
      index.addAll(documents);
    },
    find(query) {
      const words = wordsIn(query);
      const hits = firstThatFinds(
        () => index.search({ combineWith: 'AND', queries: words.map(begun) }),
        // Looking for typing errors goes through most of the index, so it comes second.
        () => index.search(query, { combineWith: 'AND', prefix: true, fuzzy }),
        () => index.search(query, { combineWith: 'OR', prefix: true, fuzzy }),
      );
      return hits.map(({ id, score, terms }) => ({
        questionId: String(id),
        score,
        terms: terms.slice(0, mostTerms),
      }));
    },
  };
}

const tokenize = MiniSearch.getDefault('tokenize') as (text: string) => string[];

const wordsIn = (query: string): string[] => tokenize(query).filter((word) => word !== '');

/** Matches a word that may still be incomplete. */
function begun(word: string): Query {
  if (word.length > shortWord) return { queries: [word], prefix: true };
  return {
    combineWith: 'OR',
    queries: [word, { queries: [word], prefix: true, fields: [...shortFields] }],
  };
}

type Query = Exclude<Parameters<MiniSearch['search']>[0], symbol>;

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
