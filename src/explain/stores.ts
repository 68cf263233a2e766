import type { TracedLine } from '../trace/model.ts';
import type { Certainty } from './rule.ts';
import { fillersOf } from './fillers.ts';
import { isSameSite } from './pair-predicates.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Two rounds of a loop, a listener or an interval keep their order, but what they print may come from a store
 * that several callbacks filled: in another order of those, the same rounds print other lines.
 */
export interface StoreDoubt {
  /** The callbacks of the loop that filled it, in the order of this run. */
  readonly one: number;
  readonly other: number;
  /** A stream, of which the record tells who fills it; a web stream; or what callbacks leave behind that do nothing else. */
  readonly store: 'stream' | 'web' | 'state';
  /** The first line is of one that filled the store, the second of a round that took something from it. */
  readonly isOfFiller?: true;
  readonly certainty: Exclude<Certainty, 'certain'>;
}

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

type CertaintyOf = (earlier: number, later: number) => Certainty;

/** Callbacks that filled one store are compared with so many others. */
const mostAsked = 64;

interface Stores {
  /** By streams: the callbacks of the loop that gave it something. */
  readonly streams: readonly (readonly number[])[];
  /** Callbacks of the loop that did something with a web stream. */
  readonly web: readonly number[];
  /** Callbacks of the loop that did nothing which the record shows. */
  readonly silent: readonly number[];
}

const known = new WeakMap<TraceIndex, Stores>();

/** Undefined where nothing in the record says that the two lines could change places. */
export function doubtOfValues(
  record: TraceIndex,
  lines: Lines,
  certaintyOf: CertaintyOf,
): StoreDoubt | undefined {
  let stores = known.get(record);
  if (stores === undefined) known.set(record, (stores = storesOf(record)));
  if (!haveOneCall(record, lines)) return doubtOfFiller(record, lines, stores.streams, certaintyOf);
  const { callback: earlier = 0 } = lines.earlier;
  const { callback: later = 0 } = lines.later;
  const compared = (one: number, other: number): Certainty => {
    // What came after the earlier line, or because of it, did not fill what that line printed.
    if (one > earlier || other > later || record.isCauseOf(earlier, other)) return 'certain';
    return record.isCauseOf(one, other) ? 'certain' : certaintyOf(one, other);
  };
  const doubtful = (fillers: readonly number[]) => {
    for (const [at, one] of fillers.slice(0, mostAsked).entries()) {
      const other = fillers[at + 1];
      const certainty = other === undefined ? 'certain' : compared(one, other);
      if (other !== undefined && certainty !== 'certain') return { one, other, certainty };
    }
    return undefined;
  };
  const areRounds = areOfOnePlace(record, earlier, later);
  for (const fillers of stores.streams) {
    // What is written to an idle stream is passed on immediately.
    const isByFiller = fillers.includes(record.outermostMacrotask(earlier)) && earlier !== later;
    const found = areRounds || isByFiller ? doubtful(fillers) : undefined;
    if (found) return { ...found, store: 'stream' };
  }
  // Within one callback, a loop prints what it likes.
  if (!areRounds || earlier === later) return undefined;
  const found = doubtful(stores.web);
  if (found) return { ...found, store: 'web', certainty: 'unknown' };
  const makers = makersOf(record, earlier);
  for (const silent of stores.silent.slice(0, mostAsked)) {
    for (const rival of [...makers, ...stores.silent].slice(0, mostAsked)) {
      const [one, other] = [Math.min(silent, rival), Math.max(silent, rival)];
      if (one !== other && compared(one, other) !== 'certain') {
        return { one, other, store: 'state', certainty: 'unknown' };
      }
    }
  }
  return undefined;
}

/**
 * One filled a stream and printed a line, and a round that took something from it printed another one. What the third
 * round takes is what the third one gave: if one of those that gave something before races with the first line's
 * callback, that round can come first.
 */
function doubtOfFiller(
  record: TraceIndex,
  { earlier, later }: Lines,
  streams: Stores['streams'],
  certaintyOf: CertaintyOf,
): StoreDoubt | undefined {
  if (streams.length === 0) return undefined;
  const [one, other] = [earlier.callback, later.callback];
  if (one === undefined || other === undefined || !record.isCauseOf(one, other)) return undefined;
  if (earlier.from !== undefined || later.from !== undefined) return undefined;
  const rounds = record.trace.lines.filter((line) => isSameSite(line.site, later.site));
  const round = rounds.indexOf(later);
  if (round < 1 || rounds.every(({ text }) => text === later.text)) return undefined;
  const host = record.outermostMacrotask(one);
  for (const fillers of streams) {
    const at = fillers.indexOf(host);
    if (at === -1) continue;
    for (const next of fillers.slice(at + 1, round + 1)) {
      if (next > other || record.isCauseOf(host, next)) continue;
      const certainty = certaintyOf(host, next);
      if (certainty !== 'certain') {
        return { one: host, other: next, store: 'stream', certainty, isOfFiller: true };
      }
    }
  }
  return undefined;
}

/** Whether one call printed both, in callbacks of which one led to the other. */
function haveOneCall(record: TraceIndex, { earlier, later }: Lines): boolean {
  const [one, other] = [earlier.callback, later.callback];
  if (one === undefined || other === undefined || one === 0) return false;
  if (earlier.from !== undefined || later.from !== undefined) return false;
  if (earlier.text === later.text || !isSameSite(earlier.site, later.site)) return false;
  return one === other || record.isCauseOf(one, other) || areOfStream(record, one, other);
}

/** Whether they are calls of what was scheduled at one place, or of what a stream calls. */
function areOfOnePlace(record: TraceIndex, one: number, other: number): boolean {
  if (areOfStream(record, one, other)) return true;
  const [task, next] = [record.task(one), record.task(other)];
  return (
    one !== other && task.api === next.api && (task === next || isSameSite(task.site, next.site))
  );
}

const areOfStream = (record: TraceIndex, one: number, other: number): boolean =>
  isOfStream(record.task(one)) && isOfStream(record.task(other));

const isOfStream = ({ internal, api }: { readonly internal: boolean; readonly api: string }) =>
  internal && api.startsWith('stream ');

function storesOf(record: TraceIndex): Stores {
  const { callbacks, tasks, lines } = record.trace;
  const loud = new Set<number>();
  const web = new Set<number>();
  const hostOfTask = new Map<number, number>();
  for (const { index, task, fills = [], event } of callbacks) {
    const host = record.outermostMacrotask(index);
    hostOfTask.set(task, host);
    if (fills.length > 0 || event !== undefined) loud.add(host);
  }
  for (const { callback } of lines)
    if (callback !== undefined) loud.add(record.outermostMacrotask(callback));
  for (const { id, api, by, settledBy, cancelledAt } of tasks) {
    if (by !== undefined && by > 0 && api === 'web stream') web.add(record.outermostMacrotask(by));
    const host = hostOfTask.get(id);
    if (host === undefined && cancelledAt === undefined) continue;
    if (by !== undefined && record.outermostMacrotask(by) !== host)
      loud.add(record.outermostMacrotask(by));
    const settler = settledBy === undefined ? undefined : hostOfTask.get(settledBy);
    if (settler !== undefined && settler !== host) loud.add(settler);
    if (cancelledAt !== undefined) {
      const during = callbacks.findLast(({ from }) => from <= cancelledAt);
      if (during) loud.add(record.outermostMacrotask(during.index));
    }
  }
  const silent = callbacks
    .filter(({ index, phase, inside, outside }) => {
      const isOfLoop = index !== 0 && inside === undefined && !record.isMicro(index);
      return isOfLoop && outside === undefined && phase !== 'exit' && phase !== 'close';
    })
    .map(({ index }) => index)
    .filter((index) => !loud.has(index) && isOfProgram(record, index));
  return {
    streams: fillersOf(record),
    web: [...web].filter((host) => host > 0).sort((one, other) => one - other),
    silent,
  };
}

/** Steps of Node's own operations lead to others, if not to something else of the program. */
const isOfProgram = (record: TraceIndex, index: number): boolean => {
  const { internal, source } = record.task(index);
  return !internal && source === undefined;
};

/** The callbacks of the loop that led to a line, apart from those that only settled a promise. */
function makersOf(record: TraceIndex, line: number): number[] {
  const made = new Set(record.trace.tasks.map(({ by }) => by));
  return record.trace.callbacks
    .slice(1, line)
    .map(({ index }) => index)
    .filter((index) => !record.isMicro(index) && made.has(index) && record.isCauseOf(index, line));
}
