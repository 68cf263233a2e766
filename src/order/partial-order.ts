import type { Order } from './order.ts';

/** Things that happen once each, some of them always before others. */
export interface PartialOrder {
  /** Nothing else comes in between the lines of one part. */
  readonly parts: readonly Order[];
  /** Whether one part comes before another in every output; both are indexes of `parts`. */
  readonly isBefore: (one: number, other: number) => boolean;
}

/** Orders of more cases than these are not written down. */
const mostCases = 64;

/**
 * The same outputs in the notation: parts that nothing orders go into an `any`, the others into a
 * list. A partial order that is not series-parallel (in its smallest form a before c, b before c
 * and d) is told apart into cases: of two parts that nothing orders, and that nothing interrupts,
 * one or the other comes first. So `alt` of both says all there is, and the notation is enough.
 *
 * @returns undefined when that takes too many cases
 */
export function writeOrder({ parts, isBefore }: PartialOrder): Order | undefined {
  const places = [...parts.keys()];
  const before = closure(places.map((one) => places.map((other) => isBefore(one, other))));
  const budget = { cases: mostCases };
  const order = write(places, before, { parts, budget });
  return budget.cases < 0 ? undefined : order;
}

type Before = readonly (readonly boolean[])[];

interface Writing {
  readonly parts: readonly Order[];
  readonly budget: { cases: number };
}

function write(places: readonly number[], before: Before, writing: Writing): Order {
  const [only] = places;
  if (only === undefined) return [];
  if (places.length === 1) return writing.parts[only] ?? [];
  const isOrdered = (a: number, b: number): boolean =>
    before[a]?.[b] === true || before[b]?.[a] === true;

  const parallel = components(places, isOrdered);
  if (parallel.length > 1) {
    return { any: parallel.map((group) => write(group, before, writing)) };
  }
  const serial = components(places, (a, b) => !isOrdered(a, b));
  if (serial.length > 1) {
    const sorted = serial.toSorted(([a = 0], [b = 0]) => (before[a]?.[b] === true ? -1 : 1));
    return sorted.flatMap((group) => asItems(write(group, before, writing)));
  }
  return writeCases(places, before, isOrdered, writing);
}

function writeCases(
  places: readonly number[],
  before: Before,
  isOrdered: (a: number, b: number) => boolean,
  writing: Writing,
): Order {
  writing.budget.cases -= 1;
  const [a, b] = freePair(places, isOrdered);
  if (writing.budget.cases < 0 || a === undefined || b === undefined) return [];
  const cases = [
    [a, b],
    [b, a],
  ] as const;
  return { alt: cases.map(([one, other]) => write(places, withPair(before, one, other), writing)) };
}

/** Two parts that nothing orders; the one with the most such partners decides the most. */
function freePair(places: readonly number[], isOrdered: (a: number, b: number) => boolean) {
  const free = (one: number) => places.filter((other) => other !== one && !isOrdered(one, other));
  const counted = places.map((place) => ({ place, partners: free(place) }));
  const [most] = counted.toSorted((a, b) => b.partners.length - a.partners.length);
  const partner = counted
    .filter(({ place }) => most?.partners.includes(place))
    .toSorted((a, b) => b.partners.length - a.partners.length)[0];
  return [most?.place, partner?.place];
}

/** A list within a list is the same as one list. */
const asItems = (order: Order): readonly Order[] =>
  Array.isArray(order) ? (order as readonly Order[]) : [order];

function withPair(before: Before, one: number, other: number): Before {
  return closure(before.map((row, at) => (at === one ? row.with(other, true) : row)));
}

function closure(before: Before): Before {
  const closed = before.map((row) => [...row]);
  for (const middle of closed.keys()) {
    for (const row of closed) {
      if (row[middle] !== true) continue;
      for (const [end, follows] of (closed[middle] ?? []).entries()) if (follows) row[end] = true;
    }
  }
  return closed;
}

/** The groups of places that a relation connects, each in the order of `places`. */
function components(
  places: readonly number[],
  isConnected: (a: number, b: number) => boolean,
): number[][] {
  const left = new Set(places);
  const groups: number[][] = [];
  for (const start of places) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const one of group) {
      for (const other of left) {
        if (isConnected(one, other)) {
          left.delete(other);
          group.push(other);
        }
      }
    }
    groups.push(group.toSorted((a, b) => a - b));
  }
  return groups;
}
