import { lineKey } from '../order/line-text.ts';
import { enumerateOutputs } from '../order/order-lines.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';
import type { CanReorder } from './explain-order.ts';

/** Of orders with more outputs than this only a part is looked at. */
const mostOutputs = 2000;

/** Tells by the possible outputs, which are listed at the first question. */
export function reorderingIn(expect: Order): CanReorder {
  let listed: Listed | undefined;
  return (earlier, later) => {
    listed ??= list(expect);
    const [one, other] = [key(earlier), key(later)];
    if (one === other) return undefined;
    const reordered = listed.outputs.some((lines) => {
      const at = lines.indexOf(other);
      return at !== -1 && lines.lastIndexOf(one) > at;
    });
    // What is not among some of the outputs may be among the others.
    return reordered || (listed.complete ? false : undefined);
  };
}

interface Listed {
  readonly outputs: readonly (readonly string[])[];
  readonly complete: boolean;
}

function list(expect: Order): Listed {
  const { outputs, complete } = enumerateOutputs(expect, mostOutputs);
  return { outputs: outputs.map((lines) => lines.map(key)), complete };
}

const key = (line: OutputLine): string => lineKey(line, 'strict');
