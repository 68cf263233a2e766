import { lineKey } from '../order/line-text.ts';
import { enumerateOutputs } from '../order/order-lines.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';
import type { MayTurn } from './explain-order.ts';

/** Orders with more outputs than this are looked at in part: what is found there is true. */
const mostOutputs = 2000;

/** Tells by the possible outputs, which are listed at the first question. */
export function mayTurnIn(expect: Order): MayTurn {
  let outputs: readonly (readonly string[])[] | undefined;
  return (earlier, later) => {
    outputs ??= enumerateOutputs(expect, mostOutputs).outputs.map((lines) => lines.map(key));
    const [one, other] = [key(earlier), key(later)];
    if (one === other) return false;
    return outputs.some((lines) => {
      const at = lines.indexOf(other);
      return at !== -1 && lines.lastIndexOf(one) > at;
    });
  };
}

const key = (line: OutputLine): string => lineKey(line, 'strict');
