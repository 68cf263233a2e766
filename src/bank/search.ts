import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { SearchDocument, SearchId } from './search-document.ts';

export interface SearchHit {
  readonly id: SearchId;
  /** Higher is better; only comparable within one search, and not across whole ids and titles, which come first. */
  readonly score: number;
  /** The stems of the bank's words that matched, in lower case; at most `mostTerms`. */
  readonly terms: readonly string[];
}

export interface Search {
  /** What can be found from now on; a document that was added before is replaced. */
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
  compounds: 4,
  keyPoints: 2,
  text: 1,
  question: 1,
  code: 1,
} as const;

/** Short texts score high, but who searches mostly wants to read. */
const boostDocument = (id: SearchId): number => (id.startsWith('snippet:') ? 0.6 : 1);

const allFields = Object.keys(boost);
/** Every "event loop" begins with an event. */
const withoutCompounds = allFields.filter((field) => field !== 'compounds');

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
 * An index of questions and snippets that grows. Searching forgives typing errors and plurals, and a
 * word may still be incomplete; of a word of one or two letters that is looked for in titles and names
 * first, since almost every text has some word that begins so. A compound is found however it is
 * written: "back pressure", "back-pressure" and "backpressure" are the same.
 */
export function createSearch(): Search {
  /** The stems of all words, and of all compounds that are written as two. */
  const known = new Set<string>();
  const compounds = new Set<string>();
  /** A bank has few words, many times each. */
  const stemsOfTerms = new Map<string, string | string[]>();
  const index = new MiniSearch<SearchDocument>({
    fields: allFields,
    processTerm(term, field) {
      if (field === 'compounds') {
        const stem = stemOf(term);
        compounds.add(stem);
        return stem;
      }
      let stems = stemsOfTerms.get(term);
      if (stems === undefined) {
        stems = stemsOf(term);
        stemsOfTerms.set(term, stems);
        for (const stem of [stems].flat()) known.add(stem);
      }
      return stems;
    },
    storeFields: ['title'],
    searchOptions: { boost, boostDocument, processTerm: stemOf },
  });
  const isKnown = (word: string): boolean => known.has(stemOf(word));
  const finds = (query: Query): boolean => index.search(query).length > 0;

  /** A compound as it is, or one that is still incomplete. */
  const asOne = (word: string): Query =>
    compounds.has(stemOf(word)) ? anyOf([word]) : begun(word, allFields);

  /** The words with neighbours written as one, for each such compound that can be found. */
  const joined = (words: readonly string[]): Query[] =>
    runsOf(words).flatMap(({ before, run, after }) => {
      const whole = run.join('');
      const compound = asOne(whole);
      const rest = [...before, ...after].filter(isTelling);
      // Only the last word may still be incomplete; and what nothing else goes with is looked for once.
      const isThere =
        compounds.has(stemOf(whole)) ||
        isKnown(whole) ||
        (after.length === 0 && (rest.length === 0 || finds(compound)));
      return isThere ? [allOf(rest, compound)] : [];
    });
  /** A word that is not known as it is written, as two that are. */
  const written = (word: string): Query =>
    isKnown(word) ? begun(word) : anyOf([asOne(word), ...splitsOf(word, isKnown)]);

  return {
    add(documents) {
      for (const { id } of documents) if (index.has(id)) index.discard(id);
      index.addAll(documents);
    },
    find(query) {
      const typed = tokenize(query).filter((word) => word !== '');
      const words = withoutFillers(typed);
      const all = words.join(' ');
      const hits = firstThatFinds(
        () => index.search(anyOf([combined('AND', words.map(written)), ...joined(typed)])),
        // Looking for typing errors goes through most of the index, so it comes second.
        () => index.search(all, { combineWith: 'AND', prefix: true, fuzzy }),
        () => index.search(all, { combineWith: 'OR', prefix: true, fuzzy }),
      );
      const isClose = closenessTo(query, words);
      const close = hits.filter((hit) => isClose(hit.id as SearchId, String(hit.title)) > 0);
      const first = close.toSorted(
        (one, other) =>
          isClose(other.id as SearchId, String(other.title)) -
          isClose(one.id as SearchId, String(one.title)),
      );
      return [...new Set([...first, ...hits])].map(({ id, score, terms }) => ({
        id: id as SearchId,
        score,
        terms: terms.slice(0, mostTerms),
      }));
    },
  };
}

const tokenize = MiniSearch.getDefault('tokenize') as (text: string) => string[];

/** `backpressure` of `question:backpressure`. */
const idIn = (id: SearchId): string => id.slice(id.indexOf(':') + 1);

/**
 * 2 for a whole id or title: whoever types or pastes it means that one. 1 for a question whose id
 * begins with what was typed, as `event-loop-phases` does with "event loop": so its subject is called.
 */
function closenessTo(query: string, words: readonly string[]) {
  const whole = lower(query).trim();
  const typed = lower(words.join(''));
  return (searchId: SearchId, title: string): 0 | 1 | 2 => {
    const id = idIn(searchId);
    if (id === whole || lower(title) === whole) return 2;
    const name = id.slice(id.lastIndexOf('/') + 1);
    if (searchId.startsWith('snippet:') || name[0] !== typed[0]) return 0;
    const parts = name.split('-');
    return parts.some((_, at) => parts.slice(0, at + 1).join('') === typed) ? 1 : 0;
  };
}

const isTelling = (word: string): boolean => !fillers.has(lower(word));

/** The fillers stay where there is nothing else. */
function withoutFillers(words: readonly string[]): readonly string[] {
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

interface Run {
  readonly before: readonly string[];
  readonly run: readonly string[];
  readonly after: readonly string[];
}

/** Nobody writes a compound of more words than that; and nobody types more words in search of one. */
const [longestRun, mostWords] = [3, 8];

/** Each two and each three neighbours among words; no compound begins with a filler. */
function runsOf(words: readonly string[]): Run[] {
  if (words.length > mostWords) return [];
  return words.flatMap((_, from) =>
    Array.from({ length: longestRun - 1 }, (_, more) => from + 2 + more)
      .filter((to) => to <= words.length && isTelling(words[from] ?? ''))
      .map((to) => ({
        before: words.slice(0, from),
        run: words.slice(from, to),
        after: words.slice(to),
      })),
  );
}

/** Shorter parts are found in any word. */
const shortestPart = 2;

/** Each way to write a word as two that are known. */
function splitsOf(word: string, isKnown: (word: string) => boolean): Query[] {
  return Array.from({ length: Math.max(0, word.length - 2 * shortestPart + 1) }, (_, index) => {
    const at = index + shortestPart;
    return [word.slice(0, at), word.slice(at)];
  })
    .filter((parts) => parts.every(isKnown))
    .map((parts) => combined('AND', parts));
}

const combined = (combineWith: 'AND' | 'OR', queries: Query[]): Query => ({ combineWith, queries });
const anyOf = (queries: Query[]): Query => combined('OR', queries);
const allOf = (words: readonly string[], compound: Query): Query =>
  combined('AND', [...words.map((word) => begun(word)), compound]);

/** Matches a word in any form, or one that is still incomplete. */
function begun(word: string, fields: readonly string[] = withoutCompounds): Query {
  const begins = word.length > shortWord ? fields : shortFields;
  const longer = { queries: [word], prefix: true, processTerm: lower, fields: [...begins] };
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
