import { lineKey } from './line-text.ts';
import { matchBeginning, matchLines } from './matcher.ts';
import { enumerateOutputs } from './order-lines.ts';
import type { Order } from './order.ts';
import type { OutputLine } from './output.ts';

/** What one run printed. `cut`: it was ended by a limit, so that more may have followed. */
export interface Output {
  readonly lines: readonly OutputLine[];
  readonly cut?: ReachedLimit;
}

export type ReachedLimit = 'time' | 'lines' | 'bytes' | 'memory';

/**
 * Whether the expectation allows an output; `unknown` without one, or with more orders than can
 * be searched.
 */
export type Standing = 'possible' | 'impossible' | 'unknown';

/** One distinct output and how often it came. */
export interface OrderCount extends Output {
  readonly count: number;
  readonly standing: Standing;
}

/** Counts the outputs of many runs. */
export interface Tally {
  add(output: Output): void;
  readonly total: number;
  /**
   * The most frequent first, of equally frequent ones the one that came first. Runs that a limit
   * ended are counted together for each limit, since where it struck is chance; they come last.
   */
  readonly orders: readonly OrderCount[];
}

export function createTally(expect: Order | undefined): Tally {
  const found = new Map<string, { output: Output; standing: Standing; count: number }>();
  let total = 0;
  return {
    add(output) {
      total += 1;
      const key = outputKey(output);
      const known = found.get(key);
      const standing = known && !output.cut ? known.standing : standingOf(output, expect);
      // Of runs that were cut, the one that is impossible is the one to see.
      const isNews = known?.standing !== 'impossible' && standing === 'impossible';
      if (!known || isNews) found.set(key, { output, standing, count: (known?.count ?? 0) + 1 });
      else known.count += 1;
    },
    get total() {
      return total;
    },
    get orders() {
      return [...found.values()]
        .map(({ output, standing, count }) => ({ ...output, standing, count }))
        .sort(
          (a, b) => Number(a.cut !== undefined) - Number(b.cut !== undefined) || b.count - a.count,
        );
    },
  };
}

/** Two outputs that count as the same have the same key. */
export function outputKey({ lines, cut }: Output): string {
  if (cut !== undefined) return `cut ${cut}`;
  return `whole ${JSON.stringify(lines.map((line) => lineKey(line, 'strict')))}`;
}

/** Of a run that was cut short, only the whole lines before its end are held against anything. */
export function standingOf({ lines, cut }: Output, expect: Order | undefined): Standing {
  if (expect === undefined) return 'unknown';
  const result =
    cut === undefined
      ? matchLines(expect, lines, { comparison: 'strict' })
      : matchBeginning(expect, lines.slice(0, -1), { comparison: 'strict' });
  return { match: 'possible', mismatch: 'impossible', unknown: 'unknown' }[result.kind] as Standing;
}

/** What the runs say together. */
export type Meaning =
  /** No run came to its end. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'same' }
  /** The same lines, in several orders. */
  | { readonly kind: 'orders'; readonly orders: number }
  /** Not only the order of the lines differs. */
  | { readonly kind: 'texts'; readonly outputs: number };

export function meaningOf(orders: readonly OrderCount[]): Meaning {
  const whole = orders.filter(({ cut }) => cut === undefined);
  if (whole.length === 0) return { kind: 'cut' };
  if (whole.length === 1) return { kind: 'same' };
  const sets = new Set(whole.map(({ lines }) => lineSet(lines)));
  if (sets.size === 1) return { kind: 'orders', orders: whole.length };
  return { kind: 'texts', outputs: whole.length };
}

const lineSet = (lines: readonly OutputLine[]): string =>
  JSON.stringify(lines.map((line) => lineKey(line, 'strict')).sort());

/** The possible outputs that never came; undefined when there are too many to count. */
export function neverSeen(
  expect: Order | undefined,
  orders: readonly OrderCount[],
  limit = 100,
): readonly (readonly OutputLine[])[] | undefined {
  if (expect === undefined) return [];
  const { outputs, complete } = enumerateOutputs(expect, limit);
  if (!complete) return undefined;
  const seen = new Set(orders.map(outputKey));
  return outputs.filter((lines) => !seen.has(outputKey({ lines })));
}
