import { closest } from './closest.ts';
import { levels, type Level } from './levels.ts';
import type { Difficulty } from './model.ts';

/** What is typed into the search box: words, and filters such as `level:senior` between them. */
export interface Query {
  readonly words: string;
  /** A card passes when it passes each filter; a filter, when one of its values fits. */
  readonly filters: readonly Filter[];
  readonly unknown: readonly UnknownFilter[];
}

export type Filter =
  | { readonly kind: 'level'; readonly values: readonly Level[] }
  | { readonly kind: 'difficulty'; readonly values: readonly Difficulty[] }
  | { readonly kind: NameFilter; readonly values: readonly string[] }
  | { readonly kind: 'type'; readonly values: readonly CardType[] }
  | { readonly kind: 'is'; readonly values: readonly Is[] }
  | { readonly kind: 'has'; readonly values: readonly Has[] };

/** What looks like a filter and isn't one. */
export interface UnknownFilter {
  /** As it was typed: `lvl:senior`. */
  readonly typed: string;
  /** The filter that was meant; undefined when there is none like it, and its words were looked for. */
  readonly meant?: FilterName;
  /** Lower case. */
  readonly values: readonly string[];
}

export type CardType = 'question' | 'snippet';
/**
 * `started` and `done` are states of questions, `tried` is one of snippets. `due`: the schedule asks
 * for it now, or for a card of the question. `solved` is a snippet, or a question whose snippets all are.
 */
export type Is = 'new' | 'started' | 'done' | 'due' | 'bookmarked' | 'tried' | 'solved';
/** `race` and `twin` are of a snippet, or of a question by one of its snippets. */
export type Has = 'snippet' | 'diagram' | 'note' | 'twin' | 'race';

/** The filters whose values are fixed. */
export const queryValues = {
  level: levels,
  difficulty: ['easy', 'medium', 'hard', 'devilish'],
  type: ['question', 'snippet'],
  is: ['new', 'started', 'done', 'due', 'bookmarked', 'tried', 'solved'],
  has: ['snippet', 'diagram', 'note', 'twin', 'race'],
} as const satisfies {
  readonly level: readonly Level[];
  readonly difficulty: readonly Difficulty[];
  readonly type: readonly CardType[];
  readonly is: readonly Is[];
  readonly has: readonly Has[];
};

export const filterNames = [
  'level',
  'difficulty',
  'topic',
  'tag',
  'pack',
  'type',
  'is',
  'has',
] as const satisfies readonly FilterName[];
export type FilterName = Filter['kind'];

/** All that a filter can ask about a question or a snippet. */
export interface QueryFacts {
  readonly type: CardType;
  /** Of a question. */
  readonly level?: Level;
  /** Of a snippet. */
  readonly difficulty?: Difficulty;
  /** Ids and titles, in any case. */
  readonly topic: readonly string[];
  readonly pack: readonly string[];
  readonly tags: readonly string[];
  readonly is: ReadonlySet<Is>;
  readonly has: ReadonlySet<Has>;
}

/** The filters whose values are names in a bank. */
export type NameFilter = 'topic' | 'tag' | 'pack';

/**
 * Reads a query. `level:junior,mid` lets both pass; `tag:"event loop"` takes a value of several
 * words. A filter that is still being typed (`level:`) lets everything pass.
 * @param namesOf the topics, tags and packs that there are
 */
export function parseQuery(
  text: string,
  namesOf: (filter: NameFilter) => readonly string[],
): Query {
  const filters: Filter[] = [];
  const unknown: UnknownFilter[] = [];
  const words = text.replace(
    /(^|\s)([a-z]+):((?:"[^"]*"?|[^\s"])*)/gi,
    (typed: string, before: string, name: string, rest: string) => {
      const key = filterNames.find((candidate) => candidate === name.toLowerCase());
      const values = rest
        .split(',')
        .map((value) => value.replaceAll('"', '').trim().toLowerCase())
        .filter((value) => value !== '');
      if (!key) {
        if (isName(name, rest)) return typed;
        const meant = meantFilter(name.toLowerCase(), values);
        unknown.push({ typed: typed.trim(), values, ...(meant && { meant }) });
        return meant ? before : typed;
      }
      const filter = filterOf(key, values, namesOf);
      if (filter) filters.push(filter);
      else if (values.length > 0) unknown.push({ typed: typed.trim(), meant: key, values });
      return before;
    },
  );
  return { words: words.trim().replace(/\s+/g, ' '), filters, unknown };
}

/** `node:fs`, `http://x` and `localhost:3000` are words, and so is what nothing follows yet. */
function isName(name: string, rest: string): boolean {
  return rest === '' || /^(?:node|npm|bun)$/i.test(name) || /^(?:\/\/|:|\d+$)/.test(rest);
}

/** The filter whose name is near or begins so (`lvl`, `diff`), or that has such a value. */
function meantFilter(name: string, values: readonly string[]): FilterName | undefined {
  const near = closest(name, filterNames);
  return (
    filterNames.find((candidate) => isShortFor(name, candidate)) ??
    filterNames.find((candidate) => candidate === near && name.length > 3) ??
    fixedNames.find((candidate) =>
      values.some((value) => (queryValues[candidate] as readonly string[]).includes(value)),
    )
  );
}

const fixedNames = Object.keys(queryValues) as (keyof typeof queryValues)[];

/** `lvl` and `diff` have the letters of the whole word, in its order. */
function isShortFor(name: string, whole: string): boolean {
  if (name.length < 3 || name[0] !== whole[0]) return false;
  let at = 0;
  for (const letter of whole) if (letter === name[at]) at += 1;
  return at === name.length;
}

/** The beginning of a value is enough: `level:sen` is what `level:senior` looks like on its way. */
function filterOf(
  kind: FilterName,
  typed: readonly string[],
  namesOf: (filter: NameFilter) => readonly string[],
): Filter | undefined {
  if (kind === 'topic' || kind === 'tag' || kind === 'pack') {
    if (typed.length === 0) return undefined;
    const names = namesOf(kind);
    return typed.every((value) => anyHolds(names, [value])) ? { kind, values: typed } : undefined;
  }
  const among = <Value extends string>(all: readonly Value[]): Value[] => {
    const fits = (begun: string) => (value: Value) => value.startsWith(begun);
    const areKnown = typed.every((begun) => all.some(fits(begun)));
    return areKnown ? all.filter((value) => typed.some((begun) => fits(begun)(value))) : [];
  };
  switch (kind) {
    case 'level':
      return withValues({ kind, values: among(queryValues.level) });
    case 'difficulty':
      return withValues({ kind, values: among(queryValues.difficulty) });
    case 'type':
      return withValues({ kind, values: among(queryValues.type) });
    case 'is':
      return withValues({ kind, values: among(queryValues.is) });
    case 'has':
      return withValues({ kind, values: among(queryValues.has) });
  }
}

const withValues = (filter: Filter): Filter | undefined =>
  filter.values.length > 0 ? filter : undefined;

/** Whether a question or a snippet passes all filters; nothing does while one of them is not known. */
export function passesQuery({ filters, unknown }: Query, facts: QueryFacts): boolean {
  return (
    unknown.every(({ meant }) => meant === undefined) &&
    filters.every((filter) => passes(filter, facts))
  );
}

function passes(filter: Filter, facts: QueryFacts): boolean {
  switch (filter.kind) {
    case 'level':
      return filter.values.some((value) => value === facts.level);
    case 'difficulty':
      return filter.values.some((value) => value === facts.difficulty);
    case 'type':
      return filter.values.includes(facts.type);
    case 'is':
      return filter.values.some((value) => facts.is.has(value));
    case 'has':
      return filter.values.some((value) => facts.has.has(value));
    case 'topic':
      return anyHolds(facts.topic, filter.values);
    case 'pack':
      return anyHolds(facts.pack, filter.values);
    case 'tag':
      return anyHolds(facts.tags, filter.values);
  }
}

/** Words may be joined by dashes in ids and by spaces in titles. */
function anyHolds(names: readonly string[], values: readonly string[]): boolean {
  const plain = names.map((name) => name.toLowerCase().replaceAll('-', ' '));
  return values.some((value) => plain.some((name) => name.includes(value.replaceAll('-', ' '))));
}

/** A filter that exists, to be put in the place of one that does not. */
export interface FilterOffer {
  /** `level:senior`; quoted where its value has several words. */
  readonly text: string;
  readonly value: string;
}

/**
 * The values of the filter that was meant, those that are likely first.
 * @param namesOf the topics, tags and packs that there are
 */
export function offersFor(
  meant: FilterName,
  values: readonly string[],
  namesOf: (filter: NameFilter) => readonly string[],
): FilterOffer[] {
  const all: readonly string[] =
    meant === 'topic' || meant === 'tag' || meant === 'pack' ? namesOf(meant) : queryValues[meant];
  const near = values.flatMap((value) => {
    const same = all.filter((one) => one.toLowerCase().includes(value));
    return same.length > 0 ? same : (closest(value, all) ?? []);
  });
  return [...new Set([...near, ...all])].map((value) => ({
    text: `${meant}:${/\s/.test(value) ? `"${value}"` : value}`,
    value,
  }));
}
