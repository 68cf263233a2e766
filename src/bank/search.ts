import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { SearchDocument } from './search-document.ts';

export interface SearchHit {
  readonly questionId: string;
  /** Higher is better; only comparable within one search. */
  readonly score: number;
  /** The stems of the bank's words that matched, in lower case; at most `mostTerms`. */
  readonly terms: readonly string[];
}

export interface Search {
  /** Questions that can be found from now on; one that was added before is replaced. */
  add(documents: readonly SearchDocument[]): void;
  /** @returns the best hits first; none for a query without words */
  find(query: string): readonly SearchHit[];
}

const boost = {
  title: 8,
  name: 6,
  tags: 5,
  note: 5,
  relevantTo: 4,
  keyPoints: 2,
  text: 1,
} as const;

/** The fields in which a word of one or two letters may be the beginning of a longer one. */
const shortFields = ['title', 'name', 'tags', 'relevantTo'] as const;
const shortWord = 2;

/** More of them would not be looked for in a line, and half an alphabet begins with one letter. */
const mostTerms = 20;

/** Words of a question that say nothing of its subject. */
const fillers = new Set(
  'a an and are can do does explain for how i in is it me of on or tell the to versus vs what when which why with you'.split(
    ' ',
  ),
);

/**
 * An index of questions that grows. Searching forgives typing errors and plurals, and a word may
 * still be incomplete; of a word of one or two letters that is looked for in titles and names first,
 * since almost every text has some word that begins so.
 */
export function createSearch(): Search {
  const index = new MiniSearch<SearchDocument>({
    fields: Object.keys(boost),
    processTerm: stemsOf,
    searchOptions: { boost, processTerm: stemOf },
  });
  return {
    add(documents) {
      for (const { id } of documents) if (index.has(id)) index.discard(id);
      index.addAll(documents);
    },
    find(query) {
      const words = wordsIn(query);
      const all = words.join(' ');
      const hits = firstThatFinds(
        () => index.search({ combineWith: 'AND', queries: words.map(begun) }),
        // Looking for typing errors goes through most of the index, so it comes second.
        () => index.search(all, { combineWith: 'AND', prefix: true, fuzzy }),
        () => index.search(all, { combineWith: 'OR', prefix: true, fuzzy }),
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

/** Without the fillers, unless there is nothing else. */
function wordsIn(query: string): string[] {
  const words = tokenize(query).filter((word) => word !== '');
  const telling = words.filter((word) => !fillers.has(lower(word)));
  return telling.length > 0 ? telling : words;
}

/** Matches a word in any form, or one that is still incomplete. */
function begun(word: string): Query {
  const fields = word.length > shortWord ? {} : { fields: [...shortFields] };
  const longer = { queries: [word], prefix: true, processTerm: lower, ...fields };
  return { combineWith: 'OR', queries: [word, longer] };
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

const lower = (word: string): string => word.toLowerCase();
const stemOf = (word: string): string => stemmer(lower(word));

/** `setImmediate` is found by `immediate` too. */
function stemsOf(term: string): string | string[] {
  if (!/[a-z0-9][A-Z]/.test(term)) return stemOf(term);
  const parts = term.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return [...new Set([term, ...parts].map(stemOf))];
}
