import { lineKey } from '../order/line-text.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';
import type { Explanations, WrongPair } from '../trace/explanation.ts';
import type { Trace } from '../trace/model.ts';
import { orderExplainer } from './explain-order.ts';
import type { ExplainOrder } from './explain-order.ts';
import { reorderingIn } from './can-reorder.ts';
import { misconceptionOf } from './misconceptions.ts';

/** A prediction that no possible output has: the first wrong one of its lines is at `at`. */
export interface WrongPrediction {
  readonly lines: readonly OutputLine[];
  readonly at: number;
}

/** What is known of a run beside its record. */
export interface KnownOfRun {
  readonly prediction?: WrongPrediction;
  /** All possible outputs. */
  readonly expect?: Order;
}

/** Why the lines of a run stand in this order, and the first pair that a prediction has wrong. */
export function explainRun(trace: Trace, { prediction, expect }: KnownOfRun = {}): Explanations {
  const explain = orderExplainer(trace, expect === undefined ? undefined : reorderingIn(expect));
  const pairs = trace.lines.slice(1).map((_, index) => explain(index, index + 1));
  const wrong = prediction && findWrongPair(trace, prediction, explain);
  return { pairs, ...(wrong && { wrong }) };
}

/**
 * The wrong line came too early in the prediction: some line that the run printed before it is
 * missing there. Of those, one whose place is certain says more than one that only happened to be
 * first. Undefined when the wrong line was never printed, or nothing is missing before it.
 */
function findWrongPair(
  trace: Trace,
  { lines, at }: WrongPrediction,
  explain: ExplainOrder,
): WrongPair | undefined {
  const places = matchPlaces(trace, lines.slice(0, at + 1));
  const later = places[at];
  if (later === undefined) return undefined;
  const predicted = new Set(places.slice(0, at));
  const pairs: WrongPair[] = [];
  for (let earlier = 0; earlier < later; earlier++) {
    const explanation = predicted.has(earlier) ? undefined : explain(earlier, later);
    if (explanation) pairs.push({ earlier, later, explanation });
  }
  const pair = pairs.find(({ explanation }) => explanation.certainty === 'certain') ?? pairs[0];
  if (!pair) return undefined;
  const misconception = misconceptionOf(trace, pair);
  return { ...pair, ...(misconception && { misconception }) };
}

/** The index in the run of each predicted line; equal lines are taken in their order. */
function matchPlaces(trace: Trace, lines: readonly OutputLine[]): (number | undefined)[] {
  const places = new Map<string, number[]>();
  trace.lines.forEach((line, index) => {
    const key = lineKey(line, 'text');
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  return lines.map((line) => places.get(lineKey(line, 'text'))?.shift());
}
