import type { Level } from './model.ts';

/** What is typed into the search box: words, and filters such as `level:senior` between them. */
export interface Query {
  readonly words: string;
  /** A question passes when it passes each filter; a filter, when one of its values fits. */
  readonly filters: readonly Filter[];
  /** Filters that mean nothing, as they were typed. */
  readonly unknown: readonly string[];
}

export type Filter =
  | { readonly kind: 'level'; readonly values: readonly Level[] }
  | { readonly kind: 'topic' | 'tag' | 'pack'; readonly values: readonly string[] }
  | { readonly kind: 'is'; readonly values: readonly Is[] }
  | { readonly kind: 'has'; readonly values: readonly Has[] };

/** `due`: begun, not done, and not looked at for a day; `solved`: all of its snippets are. */
export type Is = 'new' | 'started' | 'done' | 'due' | 'bookmarked' | 'solved';
export type Has = 'snippet' | 'diagram' | 'note' | 'twin' | 'race';

export const queryValues = {
  level: ['junior', 'mid', 'senior'],
  is: ['new', 'started', 'done', 'due', 'bookmarked', 'solved'],
  has: ['snippet', 'diagram', 'note', 'twin', 'race'],
} as const satisfies {
  readonly level: readonly Level[];
  readonly is: readonly Is[];
  readonly has: readonly Has[];
};

export const queryKeys = ['level', 'topic', 'tag', 'pack', 'is', 'has'] as const;
type Key = (typeof queryKeys)[number];

/** All that a filter can ask about a question. */
export interface QueryFacts {
  readonly level: Level;
  /** Ids and titles, in any case. */
  readonly topic: readonly string[];
  readonly pack: readonly string[];
  readonly tags: readonly string[];
  readonly is: ReadonlySet<Is>;
  readonly has: ReadonlySet<Has>;
}

/**
 * Reads a query. `level:junior,mid` lets both pass; `tag:"event loop"` takes a value of several
 * words. A filter that is still being typed (`level:`) lets everything pass.
 */
export function parseQuery(text: string): Query {
  const filters: Filter[] = [];
  const unknown: string[] = [];
  const words = text.replace(
    /(^|\s)([a-z]+):((?:"[^"]*"?|[^\s"])*)/gi,
    (typed: string, before: string, name: string, rest: string) => {
      const key = queryKeys.find((candidate) => candidate === name.toLowerCase());
      // `node:fs` and the like are words.
      if (!key) return typed;
      const values = rest
        .split(',')
        .map((value) => value.replaceAll('"', '').trim().toLowerCase())
        .filter((value) => value !== '');
      const filter = filterOf(key, values);
      if (filter) filters.push(filter);
      else if (values.length > 0) unknown.push(typed.trim());
      return before;
    },
  );
  return { words: words.trim().replace(/\s+/g, ' '), filters, unknown };
}

/** The beginning of a value is enough: `level:sen` is what `level:senior` looks like on its way. */
function filterOf(kind: Key, typed: readonly string[]): Filter | undefined {
  if (kind === 'topic' || kind === 'tag' || kind === 'pack') {
    return typed.length === 0 ? undefined : { kind, values: typed };
  }
  const among = <Value extends string>(all: readonly Value[]): Value[] =>
    all.filter((value) => typed.some((begun) => value.startsWith(begun)));
  switch (kind) {
    case 'level':
      return withValues({ kind, values: among(queryValues.level) });
    case 'is':
      return withValues({ kind, values: among(queryValues.is) });
    case 'has':
      return withValues({ kind, values: among(queryValues.has) });
  }
}

const withValues = (filter: Filter): Filter | undefined =>
  filter.values.length > 0 ? filter : undefined;

/** Whether a question passes all filters. */
export function passesQuery({ filters, unknown }: Query, facts: QueryFacts): boolean {
  return unknown.length === 0 && filters.every((filter) => passes(filter, facts));
}

function passes(filter: Filter, facts: QueryFacts): boolean {
  switch (filter.kind) {
    case 'level':
      return filter.values.includes(facts.level);
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
