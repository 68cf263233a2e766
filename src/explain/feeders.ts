import type { Certainty, Judge } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';
import { createTimeLimits } from './time-limits.ts';
import type { TimeLimit } from './time-limits.ts';

/**
 * Why a callback that led to another one need not do so in every run: `one` settled the promise or
 * delivered the value on the way, and in another run `other` may do so before it.
 */
export interface Doubt {
  readonly kind: 'settled' | 'joined' | 'queued' | 'delivered' | 'closed';
  readonly one: number;
  /** The same as `one`: the program ended before that. */
  readonly other: number;
  /** The task of something that could have come first, but did not run at all. */
  readonly pending?: number;
  readonly certainty: Certainty;
  /** For values: the step of the loop that took one. */
  readonly step?: number;
}

interface Feed {
  readonly madeBy: number;
  readonly by: number;
  readonly open: boolean;
}

/** So many callbacks after one may do what it did; those that race with it are near. */
const mostAsked = 64;

/** Something that could have settled a promise instead, as far as the record tells. */
type Rival = Omit<Doubt, 'certainty'>;

interface Feeders {
  doubt(earlier: number, later: number, judge: Judge): Doubt | undefined;
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
  let feeders = known.get(record);
  if (feeders === undefined) known.set(record, (feeders = createFeeders(record)));
  return feeders.doubt(earlier, later, judge);
}

/** Calls that wait for several promises, each with a job of its own. */
const combinator = /^Promise\.(?:race|any|all|allSettled)$/;
/** Those that the first one settles. */
const firstOfAll = /^Promise\.(?:race|any)$/;

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
  const feeds = new Map<number, Feed | undefined>();
  const rivalsOf = new Map<number, readonly Rival[]>();
  const asked = new Set<number>();
  const formersOf = new Map<number, readonly number[]>();

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
    } else if (promise.open === true && one !== promise.by) {
      for (const other of others(one, promise)) found.push({ kind: 'settled', one, other });
      for (const rival of pendingRivals(one, limits.ofPromise(one, promise))) found.push(rival);
    }
    return found;
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

  function certaintyOfRival({ one, other, pending }: Rival, judge: Judge): Certainty {
    // Whether it would have settled that promise at all, the record does not tell.
    if (pending !== undefined)
      return judge.wouldFollow(one, pending) === 'certain' ? 'certain' : 'unknown';
    return one === other ? 'unknown' : judge.certaintyOf(one, other);
  }

  function worst(doubts: readonly Rival[], judge: Judge): Doubt | undefined {
    let unknown: Doubt | undefined;
    for (const rival of doubts) {
      const certainty = certaintyOfRival(rival, judge);
      // Whether the other one would have had to wait then, the record does not tell.
      if (certainty === 'race' && rival.kind === 'queued')
        unknown ??= { ...rival, certainty: 'unknown' };
      else if (certainty === 'race') return { ...rival, certainty };
      if (certainty === 'unknown') unknown ??= { ...rival, certainty };
    }
    return unknown;
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

  /** The promise at the beginning of those that one waits for, and what settled it. */
  function feed(index: number): Feed | undefined {
    if (!feeds.has(index)) feeds.set(index, findFeed(index));
    return feeds.get(index);
  }

  function findFeed(index: number): Feed | undefined {
    let at = index;
    for (;;) {
      const by = settler(at);
      const { promise } = record.task(at);
      if (by === undefined || promise === undefined || by >= at) return undefined;
      const isReaction = record.isMicro(by) && settler(by) !== undefined;
      if (!isReaction || firstOfAll.test(record.task(by).api)) {
        return { madeBy: promise.by, by, open: promise.open === true };
      }
      at = by;
    }
  }

  /** Values that one loop takes from one place, and that different callbacks put there. */
  function doubtOfDelivery(earlier: number, later: number, judge: Judge): Doubt | undefined {
    for (
      let at: number | undefined = later;
      at !== undefined && at > earlier;
      at = record.task(at).by
    ) {
      const fed = feed(at);
      if (fed === undefined) continue;
      const former = sameBefore(at, earlier);
      if (former === undefined) continue;
      if (isAtOnce(at)) {
        const found = worst(rivalsOfStore(former, at), judge);
        if (found) return { ...found, step: at };
        continue;
      }
      const isMadeThere = fed.madeBy === former || record.isCauseOf(former, fed.madeBy);
      const one = record.macrotask(former);
      const other = record.macrotask(fed.by);
      if (!isMadeThere || one === other || record.isCauseOf(former, other)) continue;
      const certainty = judge.certaintyOf(one, other);
      if (certainty !== 'certain') return { kind: 'delivered', one, other, certainty, step: at };
    }
    return undefined;
  }

  /** What it waits for was there already. */
  const isAtOnce = (index: number): boolean =>
    record.macrotask(index) === record.macrotask(record.task(index).by ?? 0);

  /**
   * A loop that waited for one value and gets the next without waiting takes it from a buffer. Anything that ran in the
   * meantime, and that the loop did not set off, may have filled that buffer.
   */
  function rivalsOfStore(former: number, index: number): Rival[] {
    let waited: number | undefined = former;
    while (waited !== undefined && isAtOnce(waited)) waited = sameBefore(waited, waited - 1);
    const fed = waited === undefined ? undefined : feed(waited);
    if (waited === undefined || fed === undefined) return [];
    // A promise that was there before the loop waited is what it is, whoever fills something.
    if (!fed.open && (feed(index)?.madeBy ?? 0) < waited) return [];
    const since = record.macrotask(waited);
    const fillers = [since];
    for (let at = since + 1; at < index && fillers.length < mostAsked; at++) {
      const isOfLoop = !record.isMicro(at) && record.callback(at).inside === undefined;
      if (isOfLoop && !record.isCauseOf(since, at) && !record.isCauseOf(waited, at))
        fillers.push(at);
    }
    return fillers
      .slice(1)
      .map((other, at) => ({ kind: 'delivered', one: fillers[at] ?? since, other }));
  }

  /** What ran at the same place before, among its causes, and not after `limit`: the last one. */
  function sameBefore(index: number, limit: number): number | undefined {
    let formers = formersOf.get(index);
    if (formers === undefined) formersOf.set(index, (formers = findFormers(index)));
    return formers.findLast((former) => former <= limit);
  }

  function findFormers(index: number): number[] {
    const { api, site } = record.task(index);
    if (site === undefined) return [];
    const seen = new Set<number>();
    const waiting = [index];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const cause of record.causes(at)) {
        if (cause === 0 || seen.has(cause)) continue;
        seen.add(cause);
        waiting.push(cause);
      }
    }
    const isSame = (other: number): boolean => {
      const task = record.task(other);
      return task.api === api && task.site?.line === site.line && task.site.column === site.column;
    };
    return [...seen].filter(isSame).sort((one, other) => one - other);
  }

  return {
    doubt(earlier, later, judge) {
      if (!record.isCauseOf(earlier, later)) return undefined;
      return doubtOfLink(earlier, later, judge) ?? doubtOfDelivery(earlier, later, judge);
    },
  };
}
