import { isQueued, type RanCallback, type RanProgram } from './recorded-run.ts';

/** The callbacks of the loop that change places, the racers among them. */
const fewestCallbacks = 3;

/**
 * Whether a race is more than two callbacks that change places: one of them is printed before or after several others of
 * which it has to be known that nothing comes between them.
 *
 * @param ran one of its runs
 */
export function hasRaceShape(
  { lines, script }: RanProgram,
  [one = [], other = []]: readonly (readonly string[])[],
): boolean {
  const callbacks = racing(one, other).map((text) => {
    const by = lines.find((line) => line.text === text)?.by;
    return by && isQueued(by) ? by.after : by;
  });
  const distinct = new Set<RanCallback | undefined>(callbacks);
  return distinct.size >= fewestCallbacks && !isBetweenTimers(distinct, script);
}

/** The lines from the first to the last one that is elsewhere in the other output. */
function racing(one: readonly string[], other: readonly string[]): readonly string[] {
  const first = one.findIndex((line, at) => line !== other[at]);
  const last = one.findLastIndex((line, at) => line !== other[at]);
  return first < 0 ? [] : one.slice(first, last + 1);
}

/**
 * Whether it is decided by which of two timers of nearly the same moment is due: a line on the console takes long enough
 * for that, and nobody knows how long.
 */
function isBetweenTimers(
  callbacks: ReadonlySet<RanCallback | undefined>,
  script: RanCallback,
): boolean {
  const made = [...callbacks].flatMap((one) => (one ? [one] : []));
  const timers = made.filter(({ phase }) => phase === 'timers');
  return made.some(
    (one) =>
      one.phase === 'check' &&
      originOf(one) !== script &&
      originOf(one)?.phase === 'timers' &&
      timers.some((timer) => originOf(timer) !== originOf(one)),
  );
}

/** The callback of the loop that made it, itself or in the queues after it. */
const originOf = ({ by }: RanCallback): RanCallback | undefined =>
  by && isQueued(by) ? by.after : by;
