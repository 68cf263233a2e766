import fc from 'fast-check';
import { partOf } from '../../../src/order/order-part.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';

/**
 * All outputs of an order, made by its definition and not by the matcher: an output is a list of
 * pieces that can't be interrupted, `block` makes one piece, `any` shuffles pieces.
 */
export function allOutputs(order: Order): OutputLine[][] {
  return distinct(piecesOf(order).map((pieces) => pieces.flat()));
}

export function keyOf(lines: readonly OutputLine[]): string {
  return JSON.stringify(lines.map(({ stream, text }) => [stream, text]));
}

type Pieces = OutputLine[][];

function piecesOf(order: Order): Pieces[] {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return [[[part.line]]];
    case 'sequence':
      return part.items
        .map(piecesOf)
        .reduce((all, next) => unique(all.flatMap((a) => next.map((b) => [...a, ...b]))), [[]]);
    case 'any':
      return part.items
        .map(piecesOf)
        .reduce(
          (all, next) => unique(all.flatMap((a) => next.flatMap((b) => shuffles(a, b)))),
          [[]],
        );
    case 'alt':
      return part.items.flatMap(piecesOf);
    case 'opt':
      return [[], ...piecesOf(part.body)];
    case 'block':
      return piecesOf(part.body).map((pieces) => (pieces.length === 0 ? [] : [pieces.flat()]));
  }
}

function shuffles(a: Pieces, b: Pieces): Pieces[] {
  const [headA, ...tailA] = a;
  const [headB, ...tailB] = b;
  if (headA === undefined) return [b];
  if (headB === undefined) return [a];
  return [
    ...shuffles(tailA, b).map((rest) => [headA, ...rest]),
    ...shuffles(a, tailB).map((rest) => [headB, ...rest]),
  ];
}

function unique(all: Pieces[]): Pieces[] {
  return [...new Map(all.map((pieces) => [JSON.stringify(pieces), pieces])).values()];
}

function distinct(outputs: OutputLine[][]): OutputLine[][] {
  return [...new Map(outputs.map((lines) => [keyOf(lines), lines])).values()];
}

/** Orders of every shape with up to six lines, equal lines among them. */
export function anyOrder(
  texts: readonly string[] = ['a', 'b', 'c', 'd', 'e'],
): fc.Arbitrary<Order> {
  const text = fc.constantFrom(...texts);
  const line: fc.Arbitrary<Order> = fc.oneof(
    { arbitrary: text, weight: 6 },
    { arbitrary: fc.record({ err: text }), weight: 1 },
    { arbitrary: fc.record({ uncaught: text }), weight: 1 },
    {
      arbitrary: fc.record({ exit: fc.constantFrom<(number | string)[]>(1, 'SIGABRT') }),
      weight: 1,
    },
  );
  const ofSize: fc.Arbitrary<Order>[] = [fc.constant([])];
  for (let size = 1; size <= 6; size++) {
    const parts = size === 1 ? line.map((one) => [one]) : splitInTwo(size, ofSize);
    ofSize.push(
      fc.oneof(
        { arbitrary: parts, weight: size === 1 ? 8 : 4 },
        { arbitrary: parts.map((any): Order => ({ any })), weight: 6 },
        { arbitrary: parts.map((block): Order => ({ block })), weight: 4 },
        { arbitrary: parts.map((opt): Order => ({ opt })), weight: 1 },
        { arbitrary: parts.map((alt): Order => ({ alt })), weight: 1 },
      ),
    );
  }
  return fc.oneof(...ofSize.slice(2));
}

function splitInTwo(size: number, ofSize: readonly fc.Arbitrary<Order>[]): fc.Arbitrary<Order[]> {
  const pairs = Array.from({ length: size - 1 }, (_, index) => {
    const first = ofSize[index + 1] ?? fc.constant([]);
    const second = ofSize[size - index - 1] ?? fc.constant([]);
    return fc.tuple(first, second);
  });
  return fc.oneof(...pairs);
}

/** An order and lines that are often one of its outputs, or nearly so. */
export function orderAndLines(
  texts?: readonly string[],
): fc.Arbitrary<{ order: Order; lines: OutputLine[] }> {
  return anyOrder(texts).chain((order) => {
    const outputs = allOutputs(order);
    const strangers: OutputLine[] = [{ stream: 'stdout', text: 'stranger' }];
    const pool = [...outputs.flat(), ...strangers];
    return fc
      .record({
        base: fc.constantFrom(...outputs),
        edits: fc.array(
          fc.record({ at: fc.nat(8), remove: fc.nat(1), add: fc.option(fc.constantFrom(...pool)) }),
          {
            maxLength: 3,
          },
        ),
      })
      .map(({ base, edits }) => {
        const lines = [...base];
        for (const { at, remove, add } of edits) {
          lines.splice(Math.min(at, lines.length), remove, ...(add === null ? [] : [add]));
        }
        return { order, lines };
      });
  });
}
