import { lineKey } from '../order/line-text.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';
import type { Explanation } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';
import { orderExplainer } from './explain-order.ts';
import { reorderingIn } from './can-reorder.ts';

/**
 * Explains pairs of lines of a recorded run that other outputs have the other way round: of two
 * outputs in different orders, neighbours that are turned. Each rule once, in the order of the run.
 * @param expect all possible outputs, if somebody said
 */
export function explainReordered(
  trace: Trace,
  outputs: readonly (readonly OutputLine[])[],
  expect?: Order,
): Explanation[] {
  const explain = orderExplainer(trace, expect === undefined ? undefined : reorderingIn(expect));
  const lines = numbered(trace.lines);
  const pairs = outputs.flatMap((output) => turnedNeighbours(lines, numbered(output)));
  const found = new Map<string, Explanation>();
  for (const [earlier, later] of pairs.sort(([a, b], [c, d]) => a - c || b - d)) {
    const explanation = explain(earlier, later);
    // Of one rule, a pair that may turn says more than one that may not.
    if (!explanation || found.get(explanation.rule)?.certainty === 'race') continue;
    if (explanation.certainty === 'race' || !found.has(explanation.rule)) {
      found.set(explanation.rule, explanation);
    }
  }
  return [...found.values()];
}

/** Indexes into the run's lines, of those that both have. */
function turnedNeighbours(run: readonly string[], other: readonly string[]): [number, number][] {
  const places = new Map(other.map((key, place) => [key, place]));
  const common = run.flatMap((key, index) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ index, place }];
  });
  return common.slice(1).flatMap((later, at) => {
    const earlier = common[at];
    return earlier && earlier.place > later.place ? [[earlier.index, later.index]] : [];
  });
}

/** Equal lines are told apart by how many of them came before. */
function numbered(lines: readonly OutputLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const key = lineKey(line, 'strict');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${times} ${key}`;
  });
}
