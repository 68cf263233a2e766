import type { Certainty, Pair, Rule } from '../rule.ts';
import type { Phase } from '../../trace/model.ts';
import type { TraceIndex } from '../trace-index.ts';

/**
 * An error that leaves a callback, and that a handler of `uncaughtException` takes, stops the emptying of the
 * queues: the rest stays there until the loop has called something.
 */
export const leftTickRules: readonly Rule[] = [
  {
    id: 'error-leaves-the-queues',
    title: 'An error that leaves a callback stops the emptying of the queues.',
    applies: (pair) => isBeforeError(pair) || isParted(pair),
    certainty,
    saysDoubt: true,
    text: (pair, say) => {
      const thrower = say.callback(pair.record.outermost(errorOf(pair)));
      if (isParted(pair)) {
        const left = leftBy(pair.record, pair.later) === undefined ? pair.earlier : pair.later;
        const differs =
          certainty(pair) === 'certain'
            ? ''
            : ' What the loop calls before that depends on what is due or done by then, so another run may show the other order.';
        const what = pair.record.isMicro(pair.record.outermost(errorOf(pair)))
          ? 'which stopped the emptying of the queues'
          : 'after which the queues were not emptied';
        return `An error left ${thrower}, ${what}: ${say.callback(left)} stayed behind until Node.js went on with it in the event loop.${differs}`;
      }
      const order =
        certainty(pair) === 'certain'
          ? ''
          : ' Whether the loop calls these two in the same order in every run is not in the record.';
      return `${say.Callback(pair.earlier)} ran before the event loop called ${say.callback(pair.second)}. But the queues were not empty then: an error left ${thrower}, and what stood behind it had to wait until Node.js went on with it in the loop.${order}`;
    },
    source: 'uncaught',
    question: 'unhandled-rejections',
  },
];

/** After an error that leaves one of these, the queues are not emptied further. Microtasks report theirs and go on. */
const stopped: ReadonlySet<Phase> = new Set(['nextTick', 'timers', 'poll', 'check']);

/** The handlers of errors from there. */
const errorsOf = (record: TraceIndex): number[] =>
  record.trace.callbacks.flatMap(({ index, event, inside }) =>
    inside !== undefined &&
    event === 'uncaughtException' &&
    stopped.has(record.callback(record.outermost(index)).phase) &&
    record.callback(record.outermost(index)).event === undefined
      ? [index]
      : [],
  );

const known = new WeakMap<TraceIndex, readonly number[]>();

function errors(record: TraceIndex): readonly number[] {
  let found = known.get(record);
  if (found === undefined) known.set(record, (found = errorsOf(record)));
  return found;
}

/** The error that left something in its queue, or what led to it; undefined if none did. */
function leftBy(record: TraceIndex, index: number): number | undefined {
  if (errors(record).length === 0) return undefined;
  for (let at = record.outermost(index); at > 0 && record.isMicro(at);) {
    const queuedBy = record.causes(at).reduce((most, cause) => Math.max(most, cause), 0);
    const error = errors(record).find(
      (it) => queuedBy <= it && it < at && record.macrotask(queuedBy) === record.macrotask(it),
    );
    if (error !== undefined) return error;
    at = queuedBy;
  }
  return undefined;
}

/** Exactly one of them was left behind, and it is not its own queue alone that decides. */
function isParted({ record, earlier, later, first, second }: Pair): boolean {
  const [one, other] = [leftBy(record, earlier), leftBy(record, later)];
  if ((one === undefined) === (other === undefined)) return false;
  // What came before the error came first in the queues too.
  if (other !== undefined && earlier <= other && first === second) return false;
  const isTick = record.callback(record.outermost(earlier)).phase === 'nextTick';
  const after = record.callback(record.outermost(later)).phase;
  // Both queues keep their order, and ticks are called before microtasks.
  const isQueuedBefore =
    other === undefined &&
    first === second &&
    (after === 'microtask' || (isTick && after === 'nextTick'));
  return !isQueuedBefore;
}

/** It belongs to the same emptying of the queues, before the error; the other one is of the loop. */
function isBeforeError({ record, earlier, first, second }: Pair): boolean {
  return (
    first !== second &&
    record.isMicro(record.outermost(earlier)) &&
    errors(record).some(
      (error) =>
        earlier <= error && record.macrotask(error) === first && leavesSomething(record, error),
    )
  );
}

/** Whether anything stood in the queues behind it. */
const leavesSomething = (record: TraceIndex, error: number): boolean =>
  record.trace.callbacks.some(({ index }) => index > error && leftBy(record, index) === error);

const errorOf = ({ record, earlier, later }: Pair): number =>
  leftBy(record, later) ??
  leftBy(record, earlier) ??
  errors(record).find((it) => it >= earlier) ??
  0;

function certainty(pair: Pair): Certainty {
  const { record, earlier, later, first, second, certaintyOf } = pair;
  const error = leftBy(record, later);
  if (error !== undefined && earlier <= error) return certaintyOf(earlier, error);
  if (!isParted(pair)) return first === 0 ? 'certain' : certaintyOf(first, second);
  const inLoop = error === undefined ? second : first;
  const { phase } = record.callback(inLoop);
  const isSoon = (record.task(inLoop).delayMs ?? 1) < soonMs;
  return phase === 'timers' && isSoon ? 'race' : 'unknown';
}

/** A delay that can be over before the loop has called anything. */
const soonMs = 15;
