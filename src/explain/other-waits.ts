import type { Certainty, Pair } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';

/** What a tick or promise job waited for, apart from the callback of the loop after which it ran. */
interface Waits {
  /** Callbacks of the loop without which it would not have run, or that the last one of several came after. */
  readonly hosts: readonly number[];
  /** Promises that came from somebody else, or that somebody else settled. */
  readonly handed: readonly Handed[];
}

/**
 * A promise that one callback made and that has to do with another one, which it did not set off: that one settled
 * it, or came to wait for it as well.
 */
interface Handed {
  /** What waited for it. */
  readonly index: number;
  readonly one: number;
  readonly other: number;
  /** When it began to wait. */
  readonly since: number;
}

/** What waits for more than this can't be told apart in any case. */
const most = 8;

const none: Waits = { hosts: [], handed: [] };
const known = new WeakMap<TraceIndex, readonly Waits[]>();

/**
 * Whether the order of two callbacks may differ in another run, although the rule for them sees none: the earlier one
 * also waited for something that may come later than the other, or the later one had to wait only because of an order
 * that may be another one. Not for what comes after the other because of it.
 */
export function doubtOfWaits(pair: Pair): Certainty {
  const { record, earlier, later, first } = pair;
  const [one, other] = [record.outermost(earlier), record.outermost(later)];
  if (first === 0 || one === other || record.callback(other).phase === 'exit') return 'certain';
  if (!record.isMicro(one) && !record.isMicro(other)) return 'certain';
  if (record.isCauseOf(earlier, later)) return 'certain';
  const hosts = waitsOf(record, one).hosts.map((host): Certainty => {
    const certainty = host === first ? 'certain' : pair.certaintyOf(host, later);
    // What both go back to comes before both, whatever led to that.
    return certainty === 'certain' || !isApart(record, one, other, host) ? 'certain' : certainty;
  });
  const handed = waitsOf(record, other).handed.map((it): Certainty => {
    const certainty = certaintyOfHanded(pair, it);
    return certainty === 'certain' || !isApart(record, other, one, it.index)
      ? 'certain'
      : certainty;
  });
  const found = [...hosts, ...handed];
  return found.find((it) => it === 'race') ?? found.find((it) => it === 'unknown') ?? 'certain';
}

/** Whether `target` is on a way back from one callback that leads through nothing that the other one goes back to. */
function isApart(record: TraceIndex, from: number, other: number, target: number): boolean {
  const shared = causesOfAll(record, other);
  const seen = causesOfAll(record, from, (at) => shared.has(at));
  return seen.has(target);
}

/** The callback itself and all that led to it. */
function causesOfAll(
  record: TraceIndex,
  from: number,
  isOver: (at: number) => boolean = () => false,
): Set<number> {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at !== from && isOver(at)) {
      seen.delete(at);
      continue;
    }
    for (const cause of allCauses(record, at)) seen.add(cause);
  }
  return seen;
}

/** The other way round, it would keep nobody waiting, or not for this: who knows what the program does then. */
function certaintyOfHanded(pair: Pair, { one, other, since }: Handed): Certainty {
  const { earlier, certaintyOf } = pair;
  if (earlier <= since && certaintyOf(earlier, since) === 'certain') return 'certain';
  return certaintyOf(one, other) === 'certain' ? 'certain' : 'unknown';
}

function waitsOf(record: TraceIndex, index: number): Waits {
  let all = known.get(record);
  if (all === undefined) known.set(record, (all = findWaits(record)));
  return all[index] ?? none;
}

function findWaits(record: TraceIndex): Waits[] {
  const all: Waits[] = [];
  const { callbacks } = record.trace;
  for (const { index } of callbacks) {
    if (!record.isMicro(index)) {
      all.push(none);
      continue;
    }
    const waits = allCauses(record, index).map((cause) =>
      record.isMicro(cause) ? (all[cause] ?? none) : { hosts: [cause], handed: [] },
    );
    const own = handedOf(record, index);
    all.push(joined([...waits, ...(own ? [{ hosts: [], handed: [own] }] : [])]));
  }
  return all;
}

/** Its causes, and the others of a call of `Promise.all`: in another run one of them may be the last. */
function allCauses(record: TraceIndex, index: number): number[] {
  const causes = record.causes(index).filter((cause) => cause < index);
  return causes.flatMap((cause) => [cause, ...record.jobsBefore(cause)]);
}

function handedOf(record: TraceIndex, index: number): Handed | undefined {
  const { promise, settledBy, by } = record.task(index);
  if (promise === undefined || settledBy === undefined || promise.by === 0) return undefined;
  const { by: maker } = promise;
  const isOther = (at: number): boolean => at > maker && !record.isCauseOf(maker, at);
  // Who comes second waits for what the first one made: a lock, a request that is shared.
  if (by !== undefined && isOther(by)) return { index, one: maker, other: by, since: by };
  if (promise.open !== true) return undefined;
  const settler = record
    .causes(index)
    .find((cause) => record.callback(cause).task === settledBy && cause < index);
  if (settler === undefined || record.macrotask(settler) === record.macrotask(maker))
    return undefined;
  return isOther(settler) ? { index, one: maker, other: settler, since: maker } : undefined;
}

function joined(parts: readonly Waits[]): Waits {
  const [first = none, ...others] = parts.filter((part) => part !== none);
  if (others.every((part) => part === first)) return first;
  const hosts = new Set(parts.flatMap((part) => part.hosts));
  hosts.delete(0);
  const handed = new Map(
    parts.flatMap((part) => part.handed).map((it) => [`${it.one} ${it.other}`, it]),
  );
  const found = { hosts: [...hosts].slice(-most), handed: [...handed.values()].slice(-most) };
  // A chain shares what its first step waited for.
  return isSame(found, first) ? first : found;
}

const isSame = (one: Waits, other: Waits): boolean =>
  one.hosts.length === other.hosts.length &&
  one.handed.length === other.handed.length &&
  one.hosts.every((host, at) => other.hosts[at] === host) &&
  one.handed.every((it, at) => other.handed[at]?.index === it.index);
