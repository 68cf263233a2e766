import { stemmer } from 'stemmer';
import type { SearchDocument, SearchId } from './search-document.ts';
import { createTextIndex } from './text-index.ts';
import type { TextHits, TextQuery } from './text-index.ts';

export interface SearchHit {
  readonly id: SearchId;
  /** The stems of the bank's words that matched, in lower case; none after the first `mostExplained` hits. */
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
type Field = keyof typeof boost;
const fields = Object.keys(boost) as Field[];
const numbersOf = (wanted: (field: Field) => boolean): number[] =>
  [...fields.keys()].filter((number) => wanted(fields[number] ?? 'text'));

const allFields = numbersOf(() => true);
/** Every "event loop" begins with an event. */
const withoutCompounds = numbersOf((field) => field !== 'compounds');

/** The fields in which a word of one or two letters may be the beginning of a longer one. */
const shortFields = numbersOf((field) => ['title', 'name', 'tags', 'relevantTo'].includes(field));
const shortWord = 2;

/** Short texts score high, but most people who search want to read. */
const weightOf = (id: SearchId): number => (id.startsWith('snippet:') ? 0.6 : 1);

/** Hits beyond this one are too far down to be read, so nothing says why they were found. */
const mostExplained = 1000;

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
  /** The numbers of the stems of all words, and of all compounds that are written as two. */
  const known = new Set<number | undefined>();
  const compounds = new Set<number | undefined>();
  const index = createTextIndex(fields.map((field) => boost[field]));
  const documents: Named[] = [];
  const numbers = new Map<SearchId, number>();
  /** The numbers of each word's stems: a bank has few words, many times each. */
  const stemsOfWords = new Map<string, readonly number[]>();

  const numbersIn = (text: string): number[] => {
    const found: number[] = [];
    for (const word of wordsIn(text)) {
      let own = stemsOfWords.get(word);
      if (!own) {
        own = stemsOf(word).map(index.numberOf);
        for (const number of own) known.add(number);
        // A word that is cut out of a text would keep all of that text in memory.
        stemsOfWords.set(Buffer.from(word).toString(), own);
      }
      for (const number of own) found.push(number);
    }
    return found;
  };
  const compoundsIn = (text: string): number[] => {
    const found = wordsIn(text).map((word) => index.numberOf(stemOf(word)));
    for (const number of found) compounds.add(number);
    return found;
  };

  const isKnown = (word: string): boolean => known.has(index.knownNumber(stemOf(word)));
  const isCompound = (word: string): boolean => compounds.has(index.knownNumber(stemOf(word)));

  /** A compound as it is, or one that is still incomplete. */
  const asOne = (word: string): TextQuery =>
    isCompound(word) ? exactly(word, allFields) : begun(word, allFields);

  /** The words with neighbours written as one, for each such compound that can be found. */
  const joined = (words: readonly string[]): TextQuery[] =>
    runsOf(words).flatMap(({ before, run, after }) => {
      const whole = run.join('');
      const compound = asOne(whole);
      const rest = [...before, ...after].filter(isTelling);
      // Only the last word may still be incomplete; and what nothing else goes with is looked for once.
      const isThere =
        isCompound(whole) ||
        isKnown(whole) ||
        (after.length === 0 && (rest.length === 0 || index.has(compound)));
      return isThere ? [{ all: [...rest.map((word) => begun(word)), compound] }] : [];
    });
  /** A word that is not known as it is written, as two that are. */
  const written = (word: string): TextQuery =>
    isKnown(word) ? begun(word) : { any: [asOne(word), ...splitsOf(word, isKnown)] };

  return {
    add(added) {
      for (const document of added) {
        const { id } = document;
        const before = numbers.get(id);
        if (before !== undefined) index.remove(before);
        const texts = fields.map((field) =>
          (field === 'compounds' ? compoundsIn : numbersIn)(document[field] ?? ''),
        );
        const number = index.add(texts, weightOf(id));
        numbers.set(id, number);
        documents[number] = namesOf(document);
      }
    },
    find(query) {
      const typed = wordsIn(query);
      const words = withoutFillers(typed);
      if (words.length === 0) return [];
      const misspelt = words.map(misspeltOf);
      const { documents: found, termsOf } = firstThatFinds(
        () => index.find({ any: [{ all: words.map(written) }, ...joined(typed)] }),
        // Looking for typing errors goes through all words of the bank, so it comes second.
        () => index.find({ all: misspelt }),
        () => index.find({ any: misspelt }),
      );
      const closeness = closenessTo(query, words);
      const ranked: [number[], number[], number[]] = [[], [], []];
      for (const number of found) {
        ranked[closeness(documents[number] ?? nothing)].push(number);
      }
      return ranked
        .toReversed()
        .flat()
        .map((number, place) => ({
          id: (documents[number] ?? nothing).id,
          terms: place < mostExplained ? termsOf(number) : [],
        }));
    },
  };
}

/** What a document is called, in lower case but for the id. */
interface Named {
  readonly id: SearchId;
  /** `backpressure` of `question:backpressure`. */
  readonly ownId: string;
  readonly title: string;
  /** A question's id without the pack. */
  readonly name?: string;
}

const nothing: Named = { id: 'question:', ownId: '', title: '' };

function namesOf({ id, title }: SearchDocument): Named {
  const ownId = id.slice(id.indexOf(':') + 1);
  const name = id.startsWith('snippet:') ? {} : { name: ownId.slice(ownId.lastIndexOf('/') + 1) };
  return { id, ownId, title: lower(title), ...name };
}

/** Letters, digits and the marks on them; all else parts words. */
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/**
 * 2 for a whole id or title: whoever types or pastes it means that one. 1 for a question whose id
 * begins with what was typed, as `event-loop-phases` does with "event loop": so its subject is called.
 */
function closenessTo(query: string, words: readonly string[]) {
  const whole = lower(query).trim();
  const typed = lower(words.join(''));
  return ({ ownId, title, name }: Named): 0 | 1 | 2 => {
    if (ownId === whole || title === whole) return 2;
    if (name?.[0] !== typed[0]) return 0;
    const parts = name?.split('-') ?? [];
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
function splitsOf(word: string, isKnown: (word: string) => boolean): TextQuery[] {
  return Array.from({ length: Math.max(0, word.length - 2 * shortestPart + 1) }, (_, index) => {
    const at = index + shortestPart;
    return [word.slice(0, at), word.slice(at)];
  })
    .filter((parts) => parts.every(isKnown))
    .map((parts) => ({ all: parts.map((part) => exactly(part, allFields)) }));
}

const exactly = (word: string, wanted: readonly number[]): TextQuery => ({
  term: stemOf(word),
  fields: wanted,
});

/** Matches a word in any form, or one that is still incomplete. */
function begun(word: string, wanted: readonly number[] = withoutCompounds): TextQuery {
  const longer = word.length > shortWord ? wanted : shortFields;
  return { any: [exactly(word, allFields), { term: lower(word), begins: true, fields: longer }] };
}

/** One letter in five may be wrong; short words are typed right or mean another word. */
function misspeltOf(word: string): TextQuery {
  const term = stemOf(word);
  const typos = term.length > 3 ? Math.round(0.2 * term.length) : 0;
  return { term, begins: true, typos, fields: allFields };
}

function firstThatFinds(...ways: readonly (() => TextHits)[]): TextHits {
  let hits: TextHits = { documents: [], termsOf: () => [] };
  for (const way of ways) {
    hits = way();
    if (hits.documents.length > 0) break;
  }
  return hits;
}

const lower = (word: string): string => word.toLowerCase();
const stemOf = (word: string): string => stemmer(lower(word));

/** `setImmediate` is found by `immediate` too. */
function stemsOf(word: string): readonly string[] {
  if (!/[a-z0-9][A-Z]/.test(word)) return [stemOf(word)];
  const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return [...new Set([word, ...parts].map(stemOf))];
}
