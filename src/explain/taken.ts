import type { TracedLine } from '../trace/model.ts';
import { backFrom } from './back-from.ts';
import { isSameSite } from './pair-predicates.ts';
import type { Judge } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * One callback took something that another one could have taken, such as the next job of a queue, and that led to the later
 * line. The earlier line comes before it only because of that.
 */
export interface Taken {
  readonly one: number;
  readonly other: number;
}

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

/** So many callbacks that take from the same place are compared. */
const mostAsked = 64;

const takersOf = new WeakMap<TraceIndex, ReadonlyMap<number, readonly number[]>>();

/** Undefined where nothing in the record or in the text says that another callback could have led to the later line. */
export function takenBetween(
  record: TraceIndex,
  { earlier, later }: Lines,
  certaintyOf: Judge['certaintyOf'],
): Taken | undefined {
  const [one, other] = [earlier.callback, later.callback];
  if (one === undefined || other === undefined || earlier.text === later.text) return undefined;
  const takers = takersIn(record);
  if (takers.size === 0) return undefined;
  // A round of a loop whose pieces several callbacks work on waits for its own piece alone.
  const isRound = record.task(one).inOrder === true && record.task(other).inOrder !== true;
  if (one !== other && !isRound && !record.isCauseOf(one, other)) return undefined;
  const races = (first: number, second: number): boolean =>
    certaintyOf(record.outermostMacrotask(first), record.outermostMacrotask(second)) !== 'certain';
  for (const at of backFrom(record, other, isRound ? 0 : one - 1)) {
    if (at !== one && !isRound && !record.isCauseOf(one, at)) continue;
    if (at === one && isOfOneCall(record, earlier, other)) continue;
    for (const take of takesBetween(record, { earlier, later }, at)) {
      const rival = (takers.get(take) ?? []).find(
        (it) =>
          it > at &&
          !(at === one && wasPrintedBy(record, earlier, take, it)) &&
          !record.isCauseOf(at, it) &&
          !leads(record, record.outermostMacrotask(it), other) &&
          races(at, it) &&
          races(one, it),
      );
      if (rival !== undefined) return { one: at, other: rival };
    }
  }
  return undefined;
}

/** Whether the later line goes back to what the function scheduled that printed the earlier one: nothing is taken in between. */
const isOfOneCall = (record: TraceIndex, { taken }: TracedLine, later: number): boolean =>
  taken?.beside?.some((task) =>
    record.trace.callbacks.some(
      (callback) => callback.task === task && leads(record, callback.index, later),
    ),
  ) === true;

/** Whether what was taken is a function that printed the line; not where the other callback printed such a line without it. */
const wasPrintedBy = (
  record: TraceIndex,
  { taken, site }: TracedLine,
  take: number,
  other: number,
): boolean =>
  taken?.calling?.includes(take) === true &&
  !record.trace.lines.some((line) => line.callback === other && isSameSite(line.site, site));

/** Whatever comes after both comes after both, whichever of them took something. */
const leads = (record: TraceIndex, one: number, other: number): boolean =>
  one === other || record.isCauseOf(one, other);

function takesBetween(
  record: TraceIndex,
  { earlier, later }: Lines,
  at: number,
): readonly number[] {
  const all = record.callback(at).takes ?? [];
  const after = at === earlier.callback ? (earlier.taken?.after ?? all) : all;
  const before = at === later.callback ? (later.taken?.before ?? all) : all;
  return all.filter((take) => after.includes(take) && before.includes(take));
}

function takersIn(record: TraceIndex): ReadonlyMap<number, readonly number[]> {
  const found = takersOf.get(record);
  if (found !== undefined) return found;
  const takers = new Map<number, number[]>();
  for (const { index, takes = [] } of record.trace.callbacks) {
    for (const take of takes) {
      const known = takers.get(take);
      if (!known) takers.set(take, [index]);
      else if (known.length < mostAsked) known.push(index);
    }
  }
  takersOf.set(record, takers);
  return takers;
}
