import { backFrom } from './back-from.ts';
import { mostAsked, worst } from './doubt.ts';
import type { Doubt, Rival } from './doubt.ts';
import type { Judge, Pair } from './rule.ts';
import type { MadeText } from '../trace/model.ts';
import { mayBeAlike } from './left-behind.ts';
import type { TraceIndex } from './trace-index.ts';
import { createDeliveries } from './deliveries.ts';
import { createTimeLimits } from './time-limits.ts';
import type { TimeLimit } from './time-limits.ts';

interface Feeders {
  doubt(earlier: number, later: number, judge: Judge): Doubt | undefined;
  /** Whether what led to the two may have been exchanged, though they keep their order. */
  exchange(earlier: number, later: number, judge: Judge, ofOne: boolean): Doubt | undefined;
}

const known = new WeakMap<TraceIndex, Feeders>();

/**
 * Whether a cause of this run is one of every run. That the later callback follows is certain only
 * if nothing else could have settled what it waits for, or filled what it takes values from.
 */
export function doubtOfCause(
  record: TraceIndex,
  earlier: number,
  later: number,
  judge: Judge,
): Doubt | undefined {
  return feedersOf(record).doubt(earlier, later, judge);
}

/**
 * Two lines of one chain keep their order, but may print each other's text: both places take values from one store, such as two
 * calls of `once` or `read`, and whichever callback comes first fills what the first of them waits for; or both print what
 * depends on which of several callbacks came first.
 */
export function doubtOfExchange({ record, earlier, later, lines, ...judge }: Pair) {
  const { earlier: one, later: other } = lines ?? {};
  if (earlier === later || one?.text === other?.text || !one?.made || !other?.made)
    return undefined;
  if (!mayBeAlike(one.made.lead, other.made.lead)) return undefined;
  return feedersOf(record).exchange(earlier, later, judge, dependOnOne(one.made, other.made));
}

const dependOnOne = (one: MadeText, other: MadeText): boolean =>
  one.values.some((name) => other.deciders.includes(name)) ||
  other.values.some((name) => one.deciders.includes(name));

function feedersOf(record: TraceIndex): Feeders {
  let feeders = known.get(record);
  if (feeders === undefined) known.set(record, (feeders = createFeeders(record)));
  return feeders;
}

/** Calls that wait for several promises, each with a job of its own. */
const combinator = /^Promise\.(?:race|any|all|allSettled)$/;

/** The other end of a port may be in a worker, with which the port closes. */
export const mayCloseByItself = (record: TraceIndex, index: number): boolean =>
  record.callback(index).phase === 'close' &&
  record.task(index).api === 'MessagePort' &&
  record.trace.untraced.includes('worker');

function createFeeders(record: TraceIndex): Feeders {
  const { trace } = record;
  const { callbacks, tasks } = trace;
  const callsOf = new Map<number, number[]>();
  for (const { task, index } of callbacks) {
    const calls = callsOf.get(task);
    if (calls) calls.push(index);
    else callsOf.set(task, [index]);
  }
  const madeBy = new Map<number, number[]>();
  for (const { id, by } of tasks) {
    if (by === undefined) continue;
    const made = madeBy.get(by);
    if (made) made.push(id);
    else madeBy.set(by, [id]);
  }
  // Where the program was cut off, what had not run yet might run first in another run.
  const endsEarly =
    callbacks.findLast(({ phase, inside }) => phase !== 'exit' && inside === undefined)?.endedMs ===
    undefined;
  const openPromises = new Map<number, number[]>();
  for (const { promise } of tasks) {
    if (promise?.open !== true) continue;
    const made = openPromises.get(promise.by);
    if (made) made.push(promise.at);
    else openPromises.set(promise.by, [promise.at]);
  }
  const limits = createTimeLimits(record);
  const rivalsOf = new Map<number, readonly Rival[]>();
  const asked = new Set<number>();

  const settler = (index: number): number | undefined => {
    const { settledBy } = record.task(index);
    if (settledBy === undefined) return undefined;
    const { from } = record.callback(index);
    return callsOf.get(settledBy)?.findLast((call) => record.callback(call).from < from);
  };

  function rivals(index: number): readonly Rival[] {
    let found = rivalsOf.get(index);
    if (found === undefined) rivalsOf.set(index, (found = findRivals(index)));
    return found;
  }

  function findRivals(index: number): Rival[] {
    const { promise, by } = record.task(index);
    const one = settler(index);
    if (one === undefined || promise === undefined) return [];
    const found: Rival[] = [];
    // Who came second waits for the promise that the first one made: a queue of jobs, a lock.
    if (
      by !== undefined &&
      by > promise.by &&
      promise.by !== 0 &&
      !record.isCauseOf(promise.by, by)
    ) {
      found.push({ kind: 'joined', one: promise.by, other: by });
    }
    const former = promise.open === true ? whoCameBefore(one, promise.by) : undefined;
    if (former !== undefined) found.push({ kind: 'queued', one: former, other: promise.by });
    const { api, site, by: joiner } = record.task(one);
    if (combinator.test(api)) {
      for (const id of madeBy.get(joiner ?? 0) ?? []) {
        const other = tasks[id];
        if (
          other?.api !== api ||
          other.site?.line !== site?.line ||
          other.site?.column !== site?.column
        )
          continue;
        const call = callsOf.get(id)?.[0];
        if (call === undefined ? endsEarly : call > one) {
          found.push({ kind: 'settled', one, other: call ?? one });
        }
        // What ended with it does not tell when it would have come.
        const isOver = call === undefined || record.macrotask(call) === record.macrotask(one);
        if (isOver && joiner !== undefined) {
          for (const rival of pendingRivals(one, limits.ofCombined(one, joiner))) found.push(rival);
        }
      }
    } else if (promise.open === true && resolver(one) !== promise.by) {
      const first = resolver(one);
      for (const other of others(first, promise))
        found.push({ kind: 'settled', one: first, other });
      for (const rival of pendingRivals(one, limits.ofPromise(one, promise))) found.push(rival);
    }
    return found;
  }

  /** A promise that is resolved with another one waits for that alone, from the moment of the call. */
  function resolver(one: number): number {
    const { api, by: call = one } = record.task(one);
    const isReaction = api === 'thenable' && record.task(call).api === 'thenable';
    return isReaction ? (record.task(call).by ?? 0) : one;
  }

  const pendingRivals = (one: number, limits: readonly TimeLimit[]): Rival[] =>
    limits.map(({ task, until }) => ({ kind: 'settled', one: until, other: one, pending: task }));

  /**
   * A promise that others settle than what its maker set off, as those who wait for a lock make it: the callback of the
   * loop from which that comes, if it ran before the maker and has nothing to do with it.
   */
  function whoCameBefore(one: number, maker: number): number | undefined {
    if (maker === 0 || maker === one || record.isCauseOf(maker, one)) return undefined;
    const host = record.macrotask(maker);
    for (let index = host - 1; index > 0; index--) {
      if (record.isMicro(index) || record.callback(index).inside !== undefined) continue;
      if (record.setOff(index, one)) return record.isCauseOf(index, maker) ? undefined : index;
    }
    return undefined;
  }

  /** Callbacks that may have the function that settles an open promise, and came after the one that did. */
  function others(one: number, { by, at }: { readonly by: number; readonly at: number }): number[] {
    let first = one;
    for (let maker = record.task(first).by; maker !== undefined && maker > by;) {
      first = maker;
      maker = record.task(first).by;
    }
    const isOwn = record.task(first).by === by && record.task(first).scheduledAt > at;
    const isMade = (index: number): boolean => !record.isMicro(index) && index > one;
    if (!isOwn) {
      return callbacks
        .slice(one + 1, one + 1 + mostAsked)
        .map(({ index }) => index)
        .filter(
          (index) =>
            isMade(index) &&
            record.callback(index).inside === undefined &&
            !record.isCauseOf(one, index),
        );
    }
    // What one call made: each `new Promise` makes what it needs itself.
    const next = (openPromises.get(by) ?? []).reduce(
      (soonest, other) => (other > at && other < soonest ? other : soonest),
      Infinity,
    );
    return (madeBy.get(by) ?? []).flatMap((id) => {
      const task = tasks[id];
      const call = callsOf.get(id)?.[0];
      const isCandidate =
        task !== undefined &&
        task.scheduledAt > at &&
        task.scheduledAt < next &&
        call !== undefined;
      return isCandidate && isMade(call) && call !== first ? [call] : [];
    });
  }

  /** The doubts on the ways from one callback to another, or that there is a way without any. */
  function doubtOfLink(earlier: number, later: number, judge: Judge): Doubt | undefined {
    const seen = new Set<number>([later]);
    const waiting = [later];
    let doubt: Doubt | undefined;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const settledBy = settler(at);
      for (const cause of record.causes(at)) {
        if (cause < earlier || seen.has(cause)) continue;
        if (cause === record.task(at).by && mayCloseByItself(record, at)) {
          if (record.isCauseOf(earlier, cause) || cause === earlier) {
            doubt ??= { kind: 'closed', one: cause, other: at, certainty: 'unknown' };
          }
          continue;
        }
        if (cause === settledBy && cause !== record.task(at).by) {
          const found = doubtOfSettling(earlier, at, judge);
          if (found !== undefined) {
            if (record.isCauseOf(earlier, cause) || cause === earlier) doubt ??= found;
            continue;
          }
        }
        if (cause === earlier) return undefined;
        seen.add(cause);
        waiting.push(cause);
      }
    }
    return doubt;
  }

  function doubtOfSettling(earlier: number, index: number, judge: Judge): Doubt | undefined {
    const found = rivals(index);
    if (found.length === 0 || asked.has(index)) return undefined;
    asked.add(index);
    // Whatever came first, it came after what led to all of them.
    const apart = found.filter(({ one, other, pending }) => {
      const isBefore = (it: number): boolean => it !== earlier && record.isCauseOf(earlier, it);
      if (pending !== undefined) {
        const { by = 0 } = tasks[pending] ?? {};
        return !(isBefore(one) && (by === earlier || isBefore(by)));
      }
      return !(one !== other && isBefore(one) && isBefore(other));
    });
    const doubt = worst(apart, judge);
    asked.delete(index);
    return doubt;
  }

  /** Which of several callbacks came first and settled what one waited for, directly or not. */
  function contestBefore(index: number, judge: Judge): Doubt | undefined {
    for (const at of backFrom(record, index)) {
      const found = rivals(at).filter(
        ({ kind, one, other, pending }) =>
          kind === 'settled' && pending === undefined && one !== other,
      );
      const doubt = asked.has(at) ? undefined : worst(found, judge);
      if (doubt?.certainty === 'race') return doubt;
    }
    return undefined;
  }

  const deliveries = createDeliveries(record, settler);
  return {
    doubt(earlier, later, judge) {
      if (!record.isCauseOf(earlier, later)) return undefined;
      return doubtOfLink(earlier, later, judge) ?? deliveries.doubt(earlier, later, judge);
    },
    exchange(earlier, later, judge, ofOne) {
      if (!record.isCauseOf(earlier, later)) return undefined;
      const delivered = deliveries.exchange(earlier, later, judge);
      if (delivered || !ofOne) return delivered;
      const contest = contestBefore(earlier, judge);
      return contest && { ...contest, certainty: 'unknown', isElsewhere: true };
    },
  };
}
