import type { TracedLine } from '../trace/model.ts';
import type { Judge } from './rule.ts';
import { backFrom } from './back-from.ts';
import { isSameSite } from './pair-predicates.ts';
import { takenBetween } from './taken.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Two lines that come in one order because of the callbacks that print them, and that other callbacks decide: those
 * that left the functions which print them, or the values that they print.
 */
export interface LeftBehind {
  readonly what: 'functions' | 'values' | 'shared' | 'taken';
  /** Callbacks of which one came before the other in this run, which need not be so in every run. */
  readonly one: number;
  readonly other: number;
  /** What the functions were left with, or the variable that both lines print something of. */
  readonly name: string;
}

type CertaintyOf = Judge['certaintyOf'];
/** Whether what led to two callbacks need not come in this order in every run. */
type Races = (one: number, other: number) => boolean;

interface Lines {
  readonly earlier: TracedLine;
  readonly later: TracedLine;
}

/** Undefined where nothing in the record or in the text says that the two lines could change places. */
export function leftBehind(
  record: TraceIndex,
  { earlier, later }: Lines,
  certaintyOf: CertaintyOf,
): LeftBehind | undefined {
  if (earlier.text === later.text) return undefined;
  if (earlier.from !== undefined || later.from !== undefined) return undefined;
  const races: Races = (one, other) =>
    certaintyOf(record.outermostMacrotask(one), record.outermostMacrotask(other)) !== 'certain';
  const taken = takenBetween(record, { earlier, later }, certaintyOf);
  return (
    functionsLeft(earlier, later, races) ??
    valuesLeft(earlier, later, races) ??
    (taken && { what: 'taken', ...taken, name: '' }) ??
    sharedPlace(record, { earlier, later }, { certaintyOf, races })
  );
}

/**
 * One of the lines is printed by whichever of several callbacks comes first, or last. The other one keeps its place before
 * or after it only where it does so for each of them, or where one of the lines led to the other.
 */
function sharedPlace(
  record: TraceIndex,
  { earlier, later }: Lines,
  { certaintyOf, races }: { readonly certaintyOf: CertaintyOf; readonly races: Races },
): LeftBehind | undefined {
  const [one, other] = [earlier.callback ?? 0, later.callback ?? 0];
  const host = record.outermostMacrotask(one);
  const comesAfter = (callback: number): boolean =>
    callback > host && certaintyOf(host, callback) === 'certain';
  // One condition decides about both.
  if (earlier.sharedBy?.join() === later.sharedBy?.join()) return undefined;
  for (const { sharedBy = [] } of [later, earlier]) {
    const isLater = sharedBy === later.sharedBy;
    const hosts = sharedBy.map((callback) => record.outermostMacrotask(callback));
    if (isLater && hosts.every(comesAfter)) continue;
    // What the last one printed comes after all of them, whichever is the last.
    if (isLater && sharedBy.at(-1) === other) continue;
    if (!isLater && one !== other && record.isCauseOf(one, other) && !later.sharedBy) continue;
    for (const [at, first] of sharedBy.entries()) {
      const rival = sharedBy.slice(at + 1).find((it) => races(first, it));
      if (rival !== undefined) return { what: 'shared', one: first, other: rival, name: '' };
    }
  }
  return undefined;
}

function functionsLeft(
  { left: earlier }: TracedLine,
  { left: later }: TracedLine,
  races: Races,
): LeftBehind | undefined {
  const name = earlier?.with.find((it) => later?.with.includes(it));
  if (!earlier || !later || name === undefined) return undefined;
  for (const one of earlier.by) {
    if (later.by.includes(one)) continue;
    const other = later.by.find((it) => it > one && !earlier.by.includes(it) && races(one, it));
    if (other !== undefined) return { what: 'functions', one, other, name };
  }
  return undefined;
}

function valuesLeft(
  { printed: earlier }: TracedLine,
  { printed: later }: TracedLine,
  races: Races,
): LeftBehind | undefined {
  if (!earlier || !later || !mayBeAlike(earlier.lead, later.lead)) return undefined;
  for (const { name, by, isCount } of earlier.variables) {
    const other = later.variables.find((variable) => variable.name === name);
    const areCounts = isCount === true && other?.isCount === true && earlier.lead === later.lead;
    if (other === undefined || areCounts) continue;
    for (const [at, one] of by.entries()) {
      const rival = by.slice(at + 1).find((it) => races(one, it));
      if (rival !== undefined) return { what: 'values', one, other: rival, name };
    }
  }
  return undefined;
}

/** Lines that begin with different words of their own never print each other's text. */
export const mayBeAlike = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);

/**
 * Whether both lines print what came through one handle from a thread, a process or a machine that is not recorded:
 * that keeps the order in which it was sent, which is all that is known.
 */
export function isSentByOthers(record: TraceIndex, { earlier, later }: Lines): boolean {
  const [one, other] = [earlier.callback, later.callback];
  if (one === undefined || other === undefined || earlier.text === later.text) return false;
  const [first, second] = [record.outermostMacrotask(one), record.outermostMacrotask(other)];
  const { source } = record.task(first);
  if (first === 0 || source === undefined || record.task(second).source !== source) return false;
  if (!isFromOutside(record, first) || !isFromOutside(record, second)) return false;
  if (isSameSite(earlier.site, later.site)) return true;
  return areMessages(record, one, other) && !isLastOfSource(record, second);
}

/** Whether what a callback of the loop was called for came from a thread, a process or a machine that is not recorded. */
export function isFromOutside(record: TraceIndex, host: number): boolean {
  const { phase, senders = [] } = record.callback(host);
  const { api, pool, queuedAt } = record.task(host);
  // What somebody types, or a file that stands in for that.
  if (api === 'pipe' || phase !== 'poll' || pool === true) return false;
  return queuedAt === undefined && senders.length === 0;
}

/** A port is called for the last time when it closes, after all messages. */
function isLastOfSource(record: TraceIndex, host: number): boolean {
  const { source } = record.task(host);
  return !record.trace.callbacks.some(
    ({ index }) => index > host && record.task(index).source === source,
  );
}

/** Messages of a thread or a process, whoever prints them; other events of a handle have an order of their own. */
function areMessages(record: TraceIndex, one: number, other: number): boolean {
  const [from, to] = [messageBefore(record, one), messageBefore(record, other)];
  if (from === undefined || to === undefined) return false;
  // What waited for both comes after both.
  if (from !== one && record.setOff(from, other)) return false;
  return record.outermost(from) !== record.outermost(to);
}

/** The message that led to a callback in the same go, such as by a promise that it settled. */
export function messageBefore(record: TraceIndex, index: number): number | undefined {
  for (const at of backFrom(record, index, record.outermostMacrotask(index) - 1)) {
    const { api, owner } = record.task(at);
    if (owner !== undefined || messages.has(api)) return at;
  }
  return undefined;
}

const messages = new Set(['MessagePort', 'BroadcastChannel', 'child process message']);
