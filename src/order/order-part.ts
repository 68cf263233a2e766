import type { Order } from './order.ts';
import type { OutputLine } from './output.ts';

/** One level of an order with its kind named, for code that walks over orders. */
export type OrderPart =
  | { readonly kind: 'line'; readonly line: OutputLine }
  | { readonly kind: 'sequence' | 'any' | 'alt'; readonly items: readonly Order[] }
  | { readonly kind: 'block' | 'opt'; readonly body: Order };

export function partOf(order: Order): OrderPart {
  if (typeof order === 'string') return line('stdout', order);
  if (isList(order)) return { kind: 'sequence', items: order };
  if ('err' in order) return line('stderr', order.err);
  if ('uncaught' in order) return line('uncaught', order.uncaught);
  if ('exit' in order) return line('exit', String(order.exit));
  if ('any' in order) return { kind: 'any', items: order.any };
  if ('alt' in order) return { kind: 'alt', items: order.alt };
  if ('block' in order) return { kind: 'block', body: order.block };
  return { kind: 'opt', body: order.opt };
}

function line(stream: OutputLine['stream'], text: string): OrderPart {
  return { kind: 'line', line: { stream, text } };
}

function isList(order: Order): order is readonly Order[] {
  return Array.isArray(order);
}
