import type { Certainty, Pair } from './rule.ts';
import { fillersOf } from './fillers.ts';
import { isSameSite } from './pair-predicates.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Two lines of one callback keep their order as far as its code says. But one statement may have printed both, and
 * then what it went through decides: a list, listeners, what was read from a connection. If callbacks filled that in an
 * order of their own, the lines have it too.
 */
export interface OrderOfOthers {
  /** Callbacks of which one came before the other in this run. */
  readonly one: number;
  readonly other: number;
  /** Where they may have left something: a connection, a stream, or anywhere in memory. */
  readonly store: 'connection' | 'stream' | 'memory';
  readonly certainty: Exclude<Certainty, 'certain'>;
}

/** Of more callbacks than this the first ones are compared. */
const mostAsked = 64;

/** Undefined where nothing in the record says that other callbacks decide. */
export function orderOfOthers(pair: Pair): OrderOfOthers | undefined {
  const { record, earlier, later, lines } = pair;
  if (earlier !== later || earlier === 0 || lines === undefined) return undefined;
  if (lines.later.stream === 'exit' || lines.later.stream === 'uncaught') return undefined;
  if (lines.earlier.text === lines.later.text) return undefined;
  const host = record.outermostMacrotask(earlier);
  if (host === 0) return undefined;
  const { senders = [] } = record.callback(host);
  const found = firstRace(
    pair,
    senders.map((sender) => record.outermostMacrotask(sender)),
  );
  if (isSameSite(lines.earlier.site, lines.later.site)) {
    if (found) return { ...found, store: 'connection' };
    if (lines.earlier.constant === true && lines.later.constant === true) return undefined;
    const race = firstRace(pair, callbacksBefore(record, host));
    return race && { ...race, store: 'memory', certainty: 'unknown' };
  }
  if (record.task(host).source === undefined) return undefined;
  for (const fillers of fillersOf(record, host)) {
    const race = firstRace(pair, fillers);
    if (race) return { ...race, store: 'stream', certainty: 'unknown' };
  }
  return undefined;
}

/** The first two neighbours whose order is not the same in every run. */
function firstRace({ certaintyOf }: Pair, callbacks: readonly number[]) {
  for (const [at, one] of callbacks.slice(0, mostAsked).entries()) {
    const other = callbacks[at + 1];
    if (other === undefined || one >= other) continue;
    const certainty = certaintyOf(one, other);
    if (certainty !== 'certain') return { one, other, certainty };
  }
  return undefined;
}

/** Callbacks of the loop that may run code of the program, up to one of them. */
function callbacksBefore(record: TraceIndex, last: number): number[] {
  return record.trace.callbacks
    .slice(1, last + 1)
    .filter(({ index, inside }) => inside === undefined && !record.isMicro(index))
    .map(({ index }) => index)
    .filter((index) => index === last || !record.task(index).internal);
}
