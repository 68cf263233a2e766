import type { ModuleKind } from '../bank/model.ts';
import { orderOf } from '../order/order-lines.ts';
import type { Order } from '../order/order.ts';
import { writeOrder } from '../order/partial-order.ts';
import type { PossibleOrders, Relation } from '../order/possible-orders.ts';
import type { Task, Trace } from '../trace/model.ts';
import { mayHaveRun } from './cut-off.ts';
import { callbackCertainty, lineCertainty } from './explain-order.ts';
import { indexTrace } from './trace-index.ts';
import type { TraceIndex } from './trace-index.ts';
import { sharesNothing } from './shared-state.ts';

/** Of longer outputs nothing is derived: each line would be compared with each other one. */
const mostLines = 300;
const mostMacrotasks = 400;

/**
 * The outputs of a program that nobody wrote an expectation for, by the rules and the record of
 * one run: what is certain stays, what races may turn. A callback of the event loop and the ticks
 * and promise jobs that follow it stay together, unless the record shows that one of them also
 * waited for a callback that races with it: then it may belong to either, and only what is certain
 * of each line is kept.
 *
 * @param source the program: tells whether its callbacks share anything that changes
 * @returns undefined when the record is not whole or too long
 */
export function possibleOrders(
  trace: Trace,
  { code, kind }: { readonly code: string; readonly kind: ModuleKind },
): PossibleOrders | undefined {
  const { lines } = trace;
  if (trace.complete === 'tooLong' || lines.length > mostLines) return undefined;
  const relations = relationsOf(trace);
  const relation = (earlier: number, later: number): Relation =>
    relations[later]?.[earlier] ?? 'unknown';
  const free = firstFree(relations);
  const order = free === lines.length ? orderOf(lines) : writtenOrder(trace, relation);
  const cutOff = mayHaveRun(trace);
  const movesOnly =
    trace.untraced.length === 0 &&
    trace.complete === 'whole' &&
    cutOff.length === 0 &&
    !lines.some((_, line) => mayBeEnded(trace, relation, line)) &&
    sharesNothing(code, kind);
  const fixed = free === lines.length ? free + 1 : free;
  return {
    ...(order !== undefined && { order }),
    relation,
    movesOnly,
    fixedUntil: movesOnly ? fixed : Math.min(fixed, firstAfterRace(trace, cutOff)),
  };
}

/**
 * The outputs that races alone leave possible. Undefined where anything else decides: what was not
 * recorded, or the clock, or what callbacks share.
 */
export function orderByRaces(...asked: Parameters<typeof possibleOrders>): Order | undefined {
  const found = possibleOrders(...asked);
  if (found?.movesOnly !== true) return undefined;
  const places = [...asked[0].lines.keys()];
  const isOpen = places.some((later) =>
    places.slice(0, later).some((earlier) => found.relation(earlier, later) === 'unknown'),
  );
  return isOpen ? undefined : found.order;
}

/** Whether an error that ended the program might have come before this line. */
function mayBeEnded({ lines }: Trace, relation: PossibleOrders['relation'], line: number): boolean {
  const fatal = lines.findIndex(({ stream }) => stream === 'uncaught');
  return line < fatal && relation(line, fatal) !== 'certain';
}

/**
 * The first line that may be another one where an order among callbacks, also of those that print
 * nothing, decides what is printed.
 */
function firstAfterRace(trace: Trace, cutOff: readonly Task[]): number {
  const record = indexTrace(trace);
  const certainty = callbackCertainty(trace);
  const macrotasks = [...new Set(trace.callbacks.map(({ index }) => record.macrotask(index)))];
  if (macrotasks.length > mostMacrotasks) return 0;
  const racing = macrotasks.find((macrotask, at) =>
    macrotasks.slice(at + 1).some((later) => certainty(macrotask, later) !== 'certain'),
  );
  // What was kept from running might have run, at the earliest after its maker; threads and
  // processes print when they like.
  const makers = [...cutOff, ...(trace.started ?? [])].map(({ by = 0 }) =>
    record.outermostMacrotask(by),
  );
  const maker = makers.reduce((least, macrotask) => Math.min(least, macrotask), Infinity);
  const isAfter = (callback: number): boolean => {
    const macrotask = record.outermostMacrotask(callback);
    return (racing !== undefined && macrotask >= racing) || macrotask > maker;
  };
  const first = trace.lines.findIndex(
    ({ callback }) => callback === undefined || isAfter(callback),
  );
  const mayPrintMore = racing !== undefined || maker < Infinity;
  if (first !== -1) return first;
  return mayPrintMore
    ? trace.lines.length - Number(trace.lines.at(-1)?.stream === 'exit')
    : trace.lines.length + 1;
}

/** `relations[later][earlier]` */
type Relations = readonly (readonly Relation[])[];

function relationsOf(trace: Trace): Relations {
  const certainty = lineCertainty(trace);
  const { lines } = trace;
  return lines.map((other, later) =>
    lines.slice(0, later).map((_, earlier): Relation => {
      if (other.stream === 'exit') return 'certain';
      return certainty(earlier, later);
    }),
  );
}

/** The first line that is not before all later ones in every run. */
function firstFree(relations: Relations): number {
  const free = relations.flatMap((row) =>
    row.flatMap((relation, earlier) => (relation === 'certain' ? [] : [earlier])),
  );
  return free.reduce((first, line) => Math.min(first, line), relations.length);
}

function writtenOrder(
  trace: Trace,
  relation: (earlier: number, later: number) => Relation,
): Order | undefined {
  const parts = partsOf(trace, relation);
  const isFixed = (a: number, b: number): boolean =>
    relation(a, b) === 'certain' || trace.lines[b]?.stream === 'uncaught';
  const isBefore = (one: number, other: number): boolean =>
    (parts[one] ?? []).some((a) => (parts[other] ?? []).some((b) => a < b && isFixed(a, b)));
  const orders = parts.map((part): Order => {
    const items = orderOf(part.flatMap((line) => trace.lines[line] ?? [])) as readonly Order[];
    const whole = items.length === 1 ? (items[0] ?? []) : { block: items };
    return part.some((line) => mayBeEnded(trace, relation, line)) ? { opt: whole } : whole;
  });
  return writeOrder({ parts: orders, isBefore });
}

/** Lines that stay together, by their places in the run. */
function partsOf(trace: Trace, relation: (earlier: number, later: number) => Relation): number[][] {
  const record = indexTrace(trace);
  const loose = looseHosts(trace, record);
  const parts: number[][] = [];
  const open = new Map<string, number[]>();
  for (const [line, { callback, stream }] of trace.lines.entries()) {
    const macrotask =
      callback === undefined || stream === 'exit' || stream === 'uncaught'
        ? undefined
        : record.outermostMacrotask(callback);
    const go =
      macrotask === undefined || loose.has(macrotask) ? undefined : goOf(record, macrotask);
    const part = go === undefined ? undefined : open.get(go);
    if (part?.every((earlier) => relation(earlier, line) === 'certain')) part.push(line);
    else {
      const next = [line];
      parts.push(next);
      if (go !== undefined) open.set(go, next);
    }
  }
  return parts;
}

/**
 * What runs in one go: a callback of the loop, or all immediates that one of them made, since a check
 * phase runs what is waiting without going back to the loop.
 */
function goOf(record: TraceIndex, macrotask: number): string {
  const { phase, turn } = record.callback(macrotask);
  return phase === 'check'
    ? `${turn} ${record.macrotask(record.origin(macrotask))}`
    : `${macrotask}`;
}

/**
 * Callbacks of the loop after which something ran that had also waited for another one that races
 * with it, and that other one: in another order it may run after the other one.
 */
function looseHosts(trace: Trace, record: TraceIndex): ReadonlySet<number> {
  const certainty = callbackCertainty(trace);
  const loose = new Set<number>();
  for (const { index } of trace.callbacks) {
    if (!record.isMicro(index)) continue;
    const macrotask = record.macrotask(index);
    for (const cause of record.causes(index)) {
      const other = record.outermostMacrotask(cause);
      if (other === macrotask) continue;
      if (certainty(Math.min(other, macrotask), Math.max(other, macrotask)) !== 'certain') {
        loose.add(macrotask).add(other);
      }
    }
  }
  return loose;
}
