import { groupBy } from '../bank/group-by.ts';

/** A line that two outputs have at another place among the lines that they share; places from 0. */
export interface MovedLine {
  readonly before: number;
  readonly after: number;
}

/**
 * The fewest lines that have to move to turn the order of one output into that of another, in the order of the
 * later one. Of equal lines, the nth is the nth. Lines that only one of them has move nothing.
 */
export function movedLines(before: readonly string[], after: readonly string[]): MovedLine[] {
  const places = groupBy([...before.keys()], (at) => before[at]);
  const taken = new Map<string, number>();
  const shared = [...after.entries()].flatMap(([at, line]) => {
    const nth = taken.get(line) ?? 0;
    taken.set(line, nth + 1);
    const was = places.get(line)?.[nth];
    return was === undefined ? [] : [{ before: was, after: at }];
  });
  const kept = new Set(longestRise(shared.map((line) => line.before)));
  return shared.filter((_, at) => !kept.has(at));
}

/** Indexes of one longest increasing subsequence of distinct numbers, the last one first. */
function longestRise(numbers: readonly number[]): number[] {
  /** For each length, the index at which a rise of that length ends lowest. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) from = middle + 1;
      else to = middle;
    }
    previous[at] = ends[from - 1];
    ends[from] = at;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.push(at);
  return rise;
}
