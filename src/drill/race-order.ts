import type { Order } from '../order/order.ts';

type Lines = readonly string[];

/** The outputs of a program as an order expression: one, or two that part and may meet again. */
export function orderOfOutputs([one = [], other]: readonly Lines[]): Order {
  if (!other) return one;
  const start = commonStart(one, other);
  const end = commonStart(one.slice(start).toReversed(), other.slice(start).toReversed());
  const [a, b] = [one, other].map((lines) => lines.slice(start, lines.length - end));
  return [...one.slice(0, start), parting(a ?? [], b ?? []), ...one.slice(one.length - end)];
}

/** Two blocks that change places, or two cases. */
function parting(one: Lines, other: Lines): Order {
  const size = one.findIndex((_, at) => isSame([...one.slice(at), ...one.slice(0, at)], other));
  if (size < 1) return { alt: [one, other] };
  return { any: [{ block: one.slice(0, size) }, { block: one.slice(size) }] };
}

function commonStart(one: Lines, other: Lines): number {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at < 0 ? one.length : at;
}

const isSame = (one: Lines, other: Lines): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);
