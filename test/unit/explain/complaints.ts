import { explainRun } from '../../../src/explain/explain-run.ts';
import { lineKey } from '../../../src/order/line-text.ts';
import { enumerateOutputs } from '../../../src/order/order-lines.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Trace } from '../../../src/trace/model.ts';

const mostOutputs = 3000;

/**
 * What the rules say of neighbouring lines of a recorded snippet against its expectation, which
 * hundreds of runs have been held against: they find a rule for every fixed order, call none of them
 * a race, and call every race one.
 * @returns a sentence for each pair of which they say something else
 */
export function complaintsAbout(trace: Trace, expect: Order): string[] {
  const canReorder = turnsIn(expect);
  const { pairs } = explainRun(trace, { expect });
  return pairs.flatMap((explanation, index) => {
    const [earlier, later] = [trace.lines[index], trace.lines[index + 1]];
    if (!earlier || !later) return [];
    const turns = canReorder(earlier, later);
    if (turns === undefined) return [];
    const { rule, certainty } = explanation ?? {};
    // What came from outside of the thread is not called either.
    const isRight = turns
      ? certainty === 'race' || certainty === 'unknown'
      : certainty !== 'race' && rule !== 'not-in-the-record';
    const pair = `"${earlier.text}", "${later.text}"`;
    return isRight ? [] : [`${pair} ${turns ? 'may turn' : 'is fixed'}: ${rule} (${certainty})`];
  });
}

/** Whether an output has two lines the other way round; undefined for lines that are no help. */
function turnsIn(expect: Order): (earlier: OutputLine, later: OutputLine) => boolean | undefined {
  const outputs = enumerateOutputs(expect, mostOutputs).outputs.map((lines) => lines.map(key));
  const known = (text: string) =>
    outputs.some((lines) => lines.includes(text)) &&
    outputs.every((lines) => lines.indexOf(text) === lines.lastIndexOf(text));
  return (earlier, later) => {
    const [one, other] = [key(earlier), key(later)];
    if (one === other || !known(one) || !known(other)) return undefined;
    return outputs.some((lines) => {
      const at = lines.indexOf(other);
      return at !== -1 && lines.indexOf(one) > at;
    });
  };
}

const key = (line: OutputLine): string => lineKey(line, 'strict');
