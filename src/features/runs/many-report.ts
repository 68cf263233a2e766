import { meaningOf, neverSeen, standingOf } from '../../order/tally.ts';
import type { OrderCount, Output, Tally } from '../../order/tally.ts';
import type { Order } from '../../order/order.ts';
import type { Runtime } from '../../runner/model.ts';
import type { ManyReport, ShownOrder } from '../../shared/runs.ts';
import { racesIn } from './recorded-reasons.ts';
import type { RecordedReasons } from './recorded-reasons.ts';
import { shownOutput } from './shown-output.ts';
import type { Wording } from './runs-dependencies.ts';
import type { ManySummary } from './summaries.ts';

/** Orders beyond these are counted and not shown. */
export const shownOrders = 20;

/** Possible orders that never came are shown when there are no more than these. */
export const shownNever = 6;

export interface ManyState {
  readonly wanted: number;
  readonly runtime: Runtime;
  readonly expect: Order | undefined;
  readonly tally: Tally;
  readonly going: boolean;
  readonly gaveUp: boolean;
  /** What one recorded run says, once all others are over. */
  readonly reasons?: RecordedReasons | undefined;
}

export function manyReport(state: ManyState, wording: Wording): ManyReport {
  const { wanted, runtime, expect, tally } = state;
  const { orders, total } = tally;
  const derived = expect === undefined ? derivedOrder(state) : undefined;
  const possible = expect ?? derived;
  const never = state.going ? [] : neverSeen(possible, orders);
  const [reference] = orders;
  const shown = orders.slice(0, shownOrders);
  const hidden = orders.slice(shownOrders);
  const meaning = meaningOf(orders);
  const races = state.reasons ? racesIn(state.reasons, meaning.kind === 'same') : [];
  return {
    kind: 'many',
    wanted,
    done: total,
    node: { path: runtime.path, version: runtime.version, origins: [runtime.origin] },
    orders: [
      ...shown.map((order) => shownOrder(derived ? observed(order) : order, reference ?? order)),
      ...(never !== undefined && never.length <= shownNever && total > 0
        ? never.map((lines) =>
            shownOrder({ lines, count: 0, standing: 'possible' }, reference ?? { lines }),
          )
        : []),
    ],
    ...(hidden.length > 0 && { hidden: { orders: hidden.length, runs: runsOf(hidden) } }),
    notes: races.map((explanation) => wording.difference({ kind: 'rule', explanation })),
    words: wording.many({
      going: state.going,
      done: total,
      wanted,
      distinct: orders.length,
      meaning,
      cut: runsOf(orders.filter(({ cut }) => cut !== undefined)),
      impossible: runsOf(orders.filter(({ standing }) => standing === 'impossible')),
      expected: expect !== undefined,
      derived: derived !== undefined,
      never: never?.length,
      gaveUp: state.gaveUp && total < wanted,
      byRule: byRule(state.reasons),
    }),
  };
}

/** By the rules; undefined where a run printed what they do not foresee. */
function derivedOrder({ reasons, tally }: ManyState): Order | undefined {
  const derived = reasons?.possible;
  const isForeseen = tally.orders.every((order) => standingOf(order, derived) !== 'impossible');
  return isForeseen ? derived : undefined;
}

/** What a run printed from its beginning to its end is possible, whoever foresaw it. */
const observed = (order: OrderCount): OrderCount =>
  order.cut === undefined ? { ...order, standing: 'possible' } : order;

/** What rules say of the order as a whole: it is fixed where each line has to follow the one before. */
function byRule(reasons: RecordedReasons | undefined): ManySummary['byRule'] {
  const found = reasons?.neighbours.map((reason) => reason?.certainty ?? 'unknown') ?? [];
  if (found.includes('race')) return 'open';
  return found.length > 0 && found.every((one) => one === 'certain') ? 'fixed' : 'unknown';
}

function shownOrder(order: OrderCount, reference: Output): ShownOrder {
  const { count, standing } = order;
  return { ...shownOutput(order, reference), count, standing };
}

const runsOf = (orders: readonly OrderCount[]): number =>
  orders.reduce((sum, { count }) => sum + count, 0);
