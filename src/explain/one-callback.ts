import type { Certainty, Pair } from './rule.ts';
import { isFromOutside, messageBefore } from './left-behind.ts';
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

/**
 * The same of lines whose callbacks one call in the code scheduled, in one go: a loop over what was collected, with an
 * immediate, a timer or a function that awaits for each.
 */
export function orderOfScheduled(pair: Pair): OrderOfOthers | undefined {
  const { record, earlier, later, lines, certaintyOf } = pair;
  if (earlier === later || lines === undefined || lines.earlier.text === lines.later.text)
    return undefined;
  if (!isSameSite(lines.earlier.site, lines.later.site)) return undefined;
  const maker = makerOfBoth(record, earlier, later);
  const host = record.outermostMacrotask(maker);
  if (host === 0) return undefined;
  if (lines.earlier.constant === true && lines.later.constant === true) return undefined;
  if (certaintyOf(earlier, later) !== 'certain') return undefined;
  const race = firstRace(pair, callbacksBefore(record, host));
  return race && { ...race, store: 'memory', certainty: 'unknown' };
}

/** Whose order it is that one read settled the promises in for which two lines waited. */
export interface OrderOfSettled {
  readonly host: number;
  /** Callbacks that wrote what was read; undefined where that came from outside. */
  readonly one?: number;
  readonly other?: number;
}

/**
 * The same of promises that were there before a read settled them, as requests do that wait for their answers: what was read
 * decides which of them is settled first.
 */
export function orderOfSettled(pair: Pair): OrderOfSettled | undefined {
  const { record, earlier, later, first: host, lines } = pair;
  if (lines === undefined || earlier === later || host === 0 || pair.second !== host)
    return undefined;
  if (lines.earlier.text === lines.later.text || record.setOff(earlier, later)) return undefined;
  const [one, other] = [settledAt(record, earlier, host), settledAt(record, later, host)];
  if (one === undefined || other === undefined || one === other) return undefined;
  // One message is handled as the code says.
  const message = messageBefore(record, earlier);
  if (message !== undefined && message === messageBefore(record, later)) return undefined;
  if (isFromOutside(record, host) && record.task(host).source !== undefined) return { host };
  const { senders = [] } = record.callback(host);
  const race = firstRace(
    pair,
    senders.map((sender) => record.outermostMacrotask(sender)),
  );
  return race && { host, one: race.one, other: race.other };
}

/** When the promise was made that a callback of the loop settled and for which another one waited; undefined if that callback made it. */
function settledAt(record: TraceIndex, index: number, host: number): number | undefined {
  let at = index;
  while (record.isMicro(at)) {
    const { promise, settledBy } = record.task(at);
    const settler = record.causes(at).find((it) => record.callback(it).task === settledBy);
    if (promise === undefined || settler === undefined || settler >= at) return undefined;
    if (!record.isMicro(settler) || record.task(settler).promise === undefined) {
      // What Node.js makes of an event has the order of the listeners.
      const isOwn = promise.open === true && promise.of?.startsWith('node:') !== true;
      const isBefore = promise.at < record.callback(host).from;
      return isOwn && isBefore && record.outermostMacrotask(settler) === host
        ? promise.at
        : undefined;
    }
    at = settler;
  }
  return undefined;
}

/** The callback that began both by one call in the code, as far as each step after that was taken at one place too; else 0. */
export function makerOfBoth(record: TraceIndex, earlier: number, later: number): number {
  let [one, other] = [earlier, later];
  while (one !== 0 && other !== 0 && one !== other) {
    const [first, second] = [record.task(one), record.task(other)];
    const isAlike = first.api === second.api && isSameSite(first.site, second.site);
    if (!isAlike || first.id === second.id) return 0;
    [one, other] = [first.by ?? 0, second.by ?? 0];
  }
  return one === other ? one : 0;
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
