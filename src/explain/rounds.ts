import type { TracedLine } from '../trace/model.ts';
import type { Doubt } from './doubt.ts';
import { doubtOfCause } from './feeders.ts';
import { isSameSite } from './pair-predicates.ts';
import type { Pair } from './rule.ts';

/** So many later rounds of a loop are compared with one. */
const mostAsked = 16;

/**
 * A round of a loop printed the earlier line, and a later round of the same loop may print it in another run, when what it takes
 * arrives later: the later line, which is not of the loop's value, comes before it then.
 */
export function doubtOfRound(pair: Pair): Doubt | undefined {
  const { record, earlier: callback, lines } = pair;
  if (!lines || callback === 0 || record.task(callback).inOrder === true) return undefined;
  const { earlier, later } = lines;
  if (earlier.made === undefined || earlier.from !== undefined || later.from !== undefined)
    return undefined;
  if (isSameSite(earlier.site, later.site) || areOfOneValue(earlier, later)) return undefined;
  const all = record.trace.lines;
  const rounds = all.filter((line) => isSameSite(line.site, earlier.site));
  if (isInEachRound(all, rounds, later)) return undefined;
  for (const round of rounds.slice(rounds.indexOf(earlier) + 1).slice(0, mostAsked)) {
    if (all.indexOf(round) < all.indexOf(later) || round.text === earlier.text) continue;
    if (round.callback === undefined || !record.isCauseOf(callback, round.callback)) continue;
    const found = doubtOfCause(record, callback, round.callback, pair);
    if (found?.kind === 'delivered') return found;
  }
  return undefined;
}

/** Both print the value of one variable, or what it decides. */
function areOfOneValue({ made: one }: TracedLine, { made: other }: TracedLine): boolean {
  if (!one || !other) return false;
  const names = [...other.values, ...other.deciders];
  return [...one.values, ...one.deciders].some((name) => names.includes(name));
}

/** Whether each round is followed by a line like the later one, before the next round: they belong together then. */
function isInEachRound(
  all: readonly TracedLine[],
  rounds: readonly TracedLine[],
  { site }: TracedLine,
): boolean {
  return rounds.every((round, at) => {
    const next = rounds[at + 1];
    return all
      .slice(all.indexOf(round) + 1, next ? all.indexOf(next) : undefined)
      .some((line) => isSameSite(line.site, site));
  });
}
