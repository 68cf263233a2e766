import { backFrom } from './back-from.ts';
import { isDatagram, isPoolWork, isSameSite } from './pair-predicates.ts';
import type { Pair } from './rule.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * What somebody sends piece by piece may be read in one go or in several, whatever the pieces are: messages of a
 * process, lines of its output, chunks of a response. The queues are emptied after each read, not after each piece.
 */
export type Reading = 'apart' | 'together';

/** Whether the order of two callbacks, or of their lines, follows from how much one read took in this run. */
export function readingOf(pair: Pair): Reading | undefined {
  const { record, later, lines } = pair;
  if (pair.first === 0 || record.callback(record.outermost(later)).phase === 'exit')
    return undefined;
  if (lines?.later.stream === 'exit' || lines?.later.stream === 'uncaught') return undefined;
  if (!isRead(record, pair.first)) return undefined;
  if (isLeftBetweenReads(pair)) return 'apart';
  if (!isLeftByRead(pair)) return undefined;
  return isOfLaterPiece(pair) || isAfterSeveralSenders(pair) ? 'together' : undefined;
}

/** Handles that empty the queues after each thing that they deliver, or that never deliver two. */
const oneByOne =
  /^(?:MessagePort|Worker|BroadcastChannel|signal|fs\.watch.*|server .*|.*\.listen)$/;

function isRead(record: TraceIndex, index: number): boolean {
  const { api, source, owner, queuedAt } = record.task(index);
  return (
    record.callback(index).phase === 'poll' &&
    source !== undefined &&
    owner === undefined &&
    queuedAt === undefined &&
    !oneByOne.test(api) &&
    !isPoolWork(record, index) &&
    !isDatagram(record, index)
  );
}

/** The earlier one was left in a queue by one read, and the later one goes back to a later read of the same handle. */
function isLeftBetweenReads(pair: Pair): boolean {
  const { record, earlier, later, first, second } = pair;
  return (
    first !== second &&
    record.callback(first).task === record.callback(second).task &&
    record.isMicro(record.outermost(earlier)) &&
    !record.isCauseOf(earlier, later) &&
    !areAlike(pair) &&
    !isAnswer(record, startOf(record, first), second) &&
    !isOfTheEnd(record, second, later)
  );
}

/** What each piece does in the same way keeps the order of the pieces. */
function areAlike(pair: Pair): boolean {
  const { record, earlier, later, lines } = pair;
  const [one, other] = [record.task(earlier), record.task(later)];
  return (
    isSameSite(lines?.earlier.site, lines?.later.site) ||
    isAgainBefore(pair) ||
    (one.api === other.api && isSameSite(one.site, other.site) && lines === undefined)
  );
}

/** Whether the call that printed the earlier line did so again for the later read, and that led to the later line. */
function isAgainBefore({ record, later, second, lines }: Pair): boolean {
  return record.trace.lines.some(
    ({ callback = 0, at, site }) =>
      at > record.callback(second).from &&
      at < (lines?.later.at ?? 0) &&
      isSameSite(site, lines?.earlier.site) &&
      (callback === later || record.isCauseOf(callback, later)),
  );
}

/** Whether all that a later callback read was sent because of an earlier one, directly or by way of other reads. */
function isAnswer(record: TraceIndex, first: number, index: number): boolean {
  const asked = new Set([index]);
  for (const at of asked) {
    if (at < first) return false;
    if (at === first || record.setOff(first, at)) continue;
    const senders = newSenders(record, record.outermostMacrotask(at));
    if (senders.length === 0) return false;
    for (const sender of senders) asked.add(sender);
  }
  return true;
}

/** Who has written since the read before to what one read took. */
function newSenders(record: TraceIndex, index: number): readonly number[] {
  const { senders = [], task } = record.callback(index);
  const start = startOf(record, index);
  const before =
    record.trace.callbacks.findLast((it) => it.task === task && it.index < start)?.index ?? 0;
  return senders.filter((sender) => sender > before && sender < start);
}

/** An HTTP parser calls back several times for one read, without emptying the queues in between. */
function startOf(record: TraceIndex, index: number): number {
  const { task } = record.callback(index);
  let start = index;
  while (start > 1 && record.callback(start - 1).task === task) start -= 1;
  return start;
}

const hosts = new WeakMap<TraceIndex, ReadonlySet<number>>();

/** The callbacks of the loop in which something of HTTP ran, or in the queues after them. */
function hostsOfHttp(record: TraceIndex): ReadonlySet<number> {
  let found = hosts.get(record);
  if (found === undefined) {
    const ofHttp = record.trace.callbacks.filter(({ index }) =>
      /^(?:http|fetch)/.test(record.task(index).api),
    );
    found = new Set(ofHttp.map(({ index }) => record.outermostMacrotask(index)));
    hosts.set(record, found);
  }
  return found;
}

const endings = new Set(['stream end', 'stream close', 'child process disconnect']);

/** The end of a connection or a pipe is read by itself; that of an HTTP message belongs to its last piece. */
function isOfTheEnd(record: TraceIndex, host: number, index: number): boolean {
  if (hostsOfHttp(record).has(host)) return false;
  for (const at of backFrom(record, record.outermost(index), host)) {
    if (at > host && endings.has(record.task(at).api)) return true;
  }
  return false;
}

/** The later one goes back to what the read, or the queues after it, put into a queue or left to the loop. */
const isLeftByRead = ({ record, first, second }: Pair): boolean =>
  first === second ||
  (['check', 'timers'].includes(record.callback(second).phase) &&
    record.outermostMacrotask(record.origin(second)) === first);

/**
 * The earlier line is at least the second that its call printed because of one read, and the later one belongs to a
 * piece before that: it waited already when the earlier line was printed.
 */
function isOfLaterPiece({ record, later, first, lines }: Pair): boolean {
  if (!lines || lines.earlier.constant === true) return false;
  const { earlier: line, later: other } = lines;
  if (line.callback === undefined || isSameSite(line.site, other.site)) return false;
  const piece = timesPrinted(record, first, line);
  return (
    piece > 1 &&
    timesPrinted(record, first, other) < piece &&
    waitedAt(record, record.outermost(later), first, line)
  );
}

interface Printed {
  readonly at: number;
  readonly site?: { readonly line: number; readonly column: number };
  readonly callback?: number;
}

/** How often the call of a line had printed since a read, this line included. */
const timesPrinted = (record: TraceIndex, read: number, line: Printed): number =>
  record.trace.lines.filter(
    ({ at, site }) =>
      at > record.callback(read).from && at <= line.at && isSameSite(site, line.site),
  ).length;

/** Whether what led from a read to a callback waited already when a line was printed, which did not lead to it. */
function waitedAt(record: TraceIndex, index: number, read: number, line: Printed): boolean {
  for (let at = index; at > read; at = record.origin(at)) {
    const { by, scheduledAt } = record.task(at);
    if (scheduledAt < line.at) {
      const isApart = by === line.callback || !record.isCauseOf(line.callback ?? 0, index);
      return isApart && record.outermostMacrotask(record.origin(at)) === read;
    }
    if (by === line.callback) return false;
  }
  return false;
}

/** The same where one read took what several callbacks of the program itself had sent, in whatever form. */
function isAfterSeveralSenders({ record, earlier, later, first, lines }: Pair): boolean {
  const [one, other] = [record.outermost(earlier), record.outermost(later)];
  if (!lines || !record.isMicro(one) || record.isCauseOf(earlier, later)) return false;
  if (record.origin(one) === record.origin(other)) return false;
  return phasesOfSenders(record, first).size > 1 && waitedAt(record, other, first, lines.earlier);
}

/** When it was sent that one read took: in which phases of the loop. */
function phasesOfSenders(record: TraceIndex, read: number): ReadonlySet<string> {
  const senders = newSenders(record, read).map((sender) => record.outermostMacrotask(sender));
  return new Set(
    senders.map((host) => `${record.callback(host).turn} ${record.callback(host).phase}`),
  );
}
