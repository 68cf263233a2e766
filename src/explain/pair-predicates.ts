import type { Certainty, Pair } from './rule.ts';
import type { Phase, Site } from '../trace/model.ts';
import type { TraceIndex } from './trace-index.ts';

// What a pair of callbacks of the event loop has to do with each other.

export function phasesAre({ record, first, second }: Pair, one: Phase, other: Phase): boolean {
  return record.callback(first).phase === one && record.callback(second).phase === other;
}

export const areAny = (pair: Pair, one: Phase, other: Phase): boolean =>
  phasesAre(pair, one, other) || phasesAre(pair, other, one);

export const sameTurn = ({ record, first, second }: Pair): boolean =>
  record.callback(first).turn === record.callback(second).turn;

export const samePhase = (pair: Pair): boolean =>
  sameTurn(pair) &&
  pair.record.callback(pair.first).phase === pair.record.callback(pair.second).phase;

/** Two that were made in one go run in one go, unless the clock ticked between their makings. */
export const sameTimers = (pair: Pair): boolean =>
  phasesAre(pair, 'timers', 'timers') && sameDelay(pair) && !repeats(pair);

export const sameDelay = ({ record, first, second }: Pair): boolean =>
  (record.task(first).delayMs ?? 1) === (record.task(second).delayMs ?? 1);

export const repeats = ({ record, first, second }: Pair): boolean =>
  record.task(first).repeats === true || record.task(second).repeats === true;

/** Whether the one was made before the other in every run. */
export function madeInOrder({ record, first, second, certaintyOf }: Pair): Certainty {
  return certaintyOf(record.origin(first), record.origin(second));
}

/** The same where it is enough that both were there in the same phase. */
export function madeInOrderOrTogether(pair: Pair): Certainty {
  const { record, first, second } = pair;
  const isTogether =
    record.macrotask(record.origin(first)) === record.macrotask(record.origin(second));
  return isTogether ? 'certain' : madeInOrder(pair);
}

/** The phase in which the second one was scheduled. */
export function originMacrotaskIs({ record, second }: Pair, ...phases: readonly Phase[]): boolean {
  return phases.includes(record.callback(record.macrotask(record.origin(second))).phase);
}

export function wasMadeLater({ record, earlier, second }: Pair): boolean {
  return record.origin(second) > earlier;
}

/** Milliseconds from the beginning of the first to that of the second. */
export const startsAfter = ({ record, first, second }: Pair): number =>
  record.callback(second).startedMs - record.callback(first).startedMs;

/** Whether the earlier line came from a tick or promise job after its callback of the loop. */
export const isAfterFirst = ({ record, earlier, first }: Pair): boolean =>
  record.outermost(earlier) !== first;

/** Whether the thread pool does the work for which a callback of the poll phase waited. */
export const isPoolWork = (record: TraceIndex, index: number): boolean =>
  record.task(index).pool === true ||
  /^(?:fs(?!\.watch)|dir|crypto|zlib|dns\.(?:promises\.)?lookup(?:Service)?|web stream)\b/.test(
    record.task(index).api,
  );

/** Whether a socket of UDP received something: what is sent by that keeps no order. */
export const isDatagram = (record: TraceIndex, index: number): boolean =>
  record.task(index).api.startsWith('dgram.') && record.task(index).source !== undefined;

/** Whether both are known, and one place. */
export const isSameSite = (one: Site | undefined, other: Site | undefined): boolean =>
  one !== undefined && one.line === other?.line && one.column === other.column;

/** Whether both lines are of one loop that gets the same in each of its rounds in every run. */
export const areRoundsInOrder = ({ record, earlier, later, lines }: Pair): boolean =>
  lines !== undefined &&
  record.task(earlier).inOrder === true &&
  record.task(later).inOrder === true &&
  isSameSite(record.task(earlier).site, record.task(later).site);
