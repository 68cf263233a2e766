import { backFrom } from './back-from.ts';
import { mostAsked, worst } from './doubt.ts';
import type { Doubt, Rival } from './doubt.ts';
import { isSameSite } from './pair-predicates.ts';
import type { Judge } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';

/** Where a value came from that something waited for. */
interface Feed {
  readonly madeBy: number;
  readonly by: number;
  readonly open: boolean;
  readonly of?: string | undefined;
}

interface Deliveries {
  /** Values that one loop takes from one place, and that different callbacks put there. */
  doubt(earlier: number, later: number, judge: Judge): Doubt | undefined;
  /** The same of two places of one chain, whose lines may print each other's value. */
  exchange(earlier: number, later: number, judge: Judge): Doubt | undefined;
}

/** Calls for several promises that the first one settles. */
const firstOfAll = /^Promise\.(?:race|any)$/;

/** @param settler the callback that settled what another one waited for */
export function createDeliveries(
  record: TraceIndex,
  settler: (index: number) => number | undefined,
): Deliveries {
  const feeds = new Map<number, Feed | undefined>();
  const formersOf = new Map<number, readonly number[]>();
  const takersOf = new Map<number, readonly number[]>();

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
        return { madeBy: promise.by, by, open: promise.open === true, of: promise.of };
      }
      at = by;
    }
  }

  function doubtOfDelivery(
    earlier: number,
    later: number,
    judge: Judge,
    before: (index: number, limit: number) => number | undefined,
  ): Doubt | undefined {
    for (
      let at: number | undefined = later;
      at !== undefined && at > earlier;
      at = record.task(at).by
    ) {
      const fed = feed(at);
      if (fed === undefined) continue;
      const former = before(at, earlier);
      if (former === undefined) continue;
      if (isAtOnce(at)) {
        const found = worst(rivalsOfStore(former, at), judge);
        if (found) return { ...found, step: at };
        continue;
      }
      const isMadeThere = fed.madeBy === former || record.isCauseOf(former, fed.madeBy);
      const one = senderOf(record.macrotask(former));
      const other = senderOf(record.macrotask(fed.by));
      if (!isMadeThere || one === other || record.isCauseOf(former, other)) continue;
      const certainty = judge.certaintyOf(Math.min(one, other), Math.max(one, other));
      if (certainty !== 'certain') return { kind: 'delivered', one, other, certainty, step: at };
    }
    return undefined;
  }

  /** Who posted a message: it also waited until somebody listened, which fills nothing. */
  function senderOf(index: number): number {
    const { alsoBy, by } = record.task(index);
    const isMessage = record.callback(index).phase === 'poll' && alsoBy !== undefined;
    return isMessage && by !== undefined ? record.outermostMacrotask(by) : index;
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
    return causesLike(index, (other) => {
      const task = record.task(other);
      return task.api === api && isSameSite(task.site, site);
    });
  }

  /** What got its value by a call of the same function, or through a promise made at the same place. */
  function takerBefore(index: number, limit: number): number | undefined {
    let takers = takersOf.get(index);
    if (takers === undefined) {
      const of = feed(index)?.of;
      const isOne = (other: number): boolean => feed(other)?.of === of;
      takersOf.set(index, (takers = of === undefined ? [] : causesLike(index, isOne)));
    }
    return takers.findLast((taker) => taker <= limit);
  }

  const causesLike = (index: number, isSame: (other: number) => boolean): number[] =>
    [...backFrom(record, index, 0)]
      .filter((at) => at !== index && isSame(at))
      .sort((one, other) => one - other);

  return {
    doubt: (earlier, later, judge) => doubtOfDelivery(earlier, later, judge, sameBefore),
    exchange(earlier, later, judge) {
      const found = doubtOfDelivery(earlier, later, judge, takerBefore);
      return found && { ...found, certainty: 'unknown', isElsewhere: true };
    },
  };
}
