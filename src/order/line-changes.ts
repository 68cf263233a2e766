import { commonSubsequence } from './common-subsequence.ts';
import { lineKey } from './line-text.ts';
import type { OutputLine } from './output.ts';

/** How one output differs from another one that it is compared with. */
export interface LineChanges {
  /** One for each line of the output. */
  readonly marks: readonly LineChange[];
  /** Lines that only the other one has, in its order. */
  readonly missing: readonly OutputLine[];
}

/** `moved`: the other output has this line too, at the place `from` (counted from 0). */
export type LineChange =
  | { readonly kind: 'same' }
  | { readonly kind: 'moved'; readonly from: number }
  | { readonly kind: 'new' };

/**
 * What has to move to make one output of the other: the fewest lines possible, so that a line that
 * came late does not mark all that it was late for.
 */
export function lineChanges(
  lines: readonly OutputLine[],
  reference: readonly OutputLine[],
): LineChanges {
  const a = reference.map(key);
  const b = lines.map(key);
  const kept = a.length * b.length > maxCells ? samePlaces(a, b) : commonSubsequence(a, b);
  const stays = new Map(kept.map(({ left, right }) => [right, left]));
  const left = new Set(a.keys());
  for (const place of stays.values()) left.delete(place);

  const marks = b.map((text, at): LineChange => {
    if (stays.has(at)) return { kind: 'same' };
    const from = [...left].find((place) => a[place] === text);
    if (from === undefined) return { kind: 'new' };
    left.delete(from);
    return { kind: 'moved', from };
  });
  return { marks, missing: reference.filter((_, place) => left.has(place)) };
}

const key = (line: OutputLine): string => lineKey(line, 'strict');

function samePlaces(a: readonly string[], b: readonly string[]) {
  return [...a.keys()].filter((at) => a[at] === b[at]).map((at) => ({ left: at, right: at }));
}

/** Beyond this many comparisons only equal places count as the same. */
const maxCells = 250_000;
