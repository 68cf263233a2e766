import {
  busyEnough,
  computedSince,
  deadline,
  deadlineGap,
  due,
  raceMs,
  timingJitterMs,
} from '../clock.ts';
import { madeInOrder, phasesAre, repeats, sameDelay } from '../pair-predicates.ts';
import type { Certainty, Pair, Rule } from '../rule.ts';

const timers = (pair: Pair) => phasesAre(pair, 'timers', 'timers');

/** Both are timers. */
export const timerRules: readonly Rule[] = [
  {
    id: 'same-delay-in-order',
    title: 'Timers with the same delay run in the order in which they were made.',
    applies: (pair) => timers(pair) && sameDelay(pair) && !repeats(pair) && inOrder(pair),
    certainty: madeInOrder,
    text: ({ first, second, record }, say) =>
      `Both have a delay of ${record.task(first).delayMs ?? 1} ms, and ${say.callback(first)} was ${made(record.task(first))} before ${say.callback(second)}.${(record.task(first).delayMs ?? 1) === 1 ? ' A delay of 0 counts as 1 ms.' : ''}`,
    source: 'timers',
    question: 'scheduling-apis',
  },
  {
    id: 'refreshed-later',
    title: '`timeout.refresh()` restarts the delay of a timer.',
    applies: (pair) => timers(pair) && isRefreshed(pair) && gapOf(pair) > 0,
    certainty: sureByGap,
    byClock: true,
    text: (pair, say) => {
      const { first, second, record } = pair;
      return `${say.Callback(second)} was due ${Math.round(due(record, second))} ms after the start, because \`refresh()\` had restarted its delay. ${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start.${doubt(pair)}`;
    },
    source: 'refresh',
    question: 'scheduling-apis',
  },
  {
    id: 'same-delay-together',
    title: 'Late timers with the same delay run together, before the timers of another delay.',
    applies: (pair) => timers(pair) && ranWithItsList(pair),
    certainty: (pair) => (computedFor(pair) >= timingJitterMs ? 'certain' : 'unknown'),
    byClock: true,
    text: ({ first, second, record }, say) =>
      `${say.Callback(second)} was due earlier, but both were late. Node.js keeps the timers of each delay in a list of their own: when it runs the list of ${record.task(first).delayMs} ms, it takes all of it that is due, and ${say.callback(first)} was in it.`,
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'shorter-and-made-first',
    title: 'The timer that is due earlier runs earlier.',
    applies: (pair) => timers(pair) && isMadeFirst(pair),
    certainty: ({ record, first, second, certaintyOf }) =>
      certaintyOf(record.origin(first), record.origin(second)),
    text: ({ first, second }, say) =>
      `${say.Callback(first)} was made before ${say.callback(second)} and has the shorter delay, so it is due earlier.`,
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'earlier-deadline',
    title: 'The timer that is due earlier runs earlier.',
    applies: (pair) => timers(pair) && gapOf(pair) > raceMs,
    certainty: sureByGap,
    byClock: true,
    text: (pair, say) => {
      const { first, second, record } = pair;
      return `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. Which one was made first does not matter.${doubt(pair)}`;
    },
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'close-deadlines',
    title: 'Timers that are due at nearly the same time race.',
    applies: timers,
    certainty: (pair) => (areApart(pair) ? 'unknown' : 'race'),
    byClock: true,
    text: ({ first, second, record }, say) => {
      const [one, other] = [due(record, first), due(record, second)];
      const times = `${say.Callback(first)} was due ${Math.round(one)} ms after the start, ${say.callback(second)} ${Math.round(other)} ms after it.`;
      return other - one < timingJitterMs
        ? `${times} That is close enough for a busy machine to turn them around, so another run may show the other order.`
        : `${times} How far apart they are depends on what this run took its time for, so another run may show the other order.`;
    },
    source: 'timers',
    question: 'event-loop-phases',
  },
];

/** What is not certain says so. */
const doubt = (pair: Pair): string => (sureByGap(pair) === 'certain' ? '' : ` ${busyEnough}`);

const made = ({ refreshed }: { readonly refreshed?: boolean }): string =>
  refreshed === true ? 'refreshed' : 'made';

/** A list keeps the order in which timers were made, unless a refresh put one at its end. */
function inOrder({ record, first, second }: Pair): boolean {
  return record.task(first).scheduledAt < record.task(second).scheduledAt;
}

const isRefreshed = ({ record, second }: Pair): boolean => record.task(second).refreshed === true;

/**
 * Milliseconds between the deadlines: by the delays alone where both go back to the same callback,
 * else as in this run. What the program computed between making one and the other is no accident.
 */
function gapOf(pair: Pair): number {
  const { record, first, second } = pair;
  const measured = due(record, second) - due(record, first);
  const gap = deadlineGap(record, first, second);
  if (gap === undefined) return measured;
  const computed = computedBetween(pair);
  // Where the program blocked, calls of an interval are late by that: the delays say too little.
  if (repeats(pair) && Math.abs(computed) >= timingJitterMs) return measured;
  // What came before a timer that another timer made is part of the lateness that is allowed for.
  if (computed < 0) return isMadeByTimer(pair) ? Math.min(gap, measured) : gap + computed;
  return Math.max(gap, Math.min(measured, gap + computed));
}

const isMadeByTimer = ({ record, first }: Pair): boolean => deadline(record, first).hops > 0;

/** Whether the delays, or this run, set them so far apart that they need not be a race. */
function areApart({ record, first, second }: Pair): boolean {
  const byDelay = deadline(record, second).ms - deadline(record, first).ms;
  const measured = due(record, second) - due(record, first);
  return Math.abs(byDelay) >= timingJitterMs || measured >= timingJitterMs;
}

/** Milliseconds that the program itself computed between making the first and the second. */
function computedBetween({ record, first, second }: Pair): number {
  const { scheduledCpuMs: one } = record.task(first);
  const { scheduledCpuMs: other } = record.task(second);
  return one === undefined || other === undefined ? 0 : other - one;
}

function sureByGap(pair: Pair): Certainty {
  const { record, first, second } = pair;
  if (deadlineGap(record, first, second) !== undefined) {
    // A run that brought them close together shows that a machine can.
    const measured = due(record, second) - due(record, first);
    return Math.min(gapOf(pair), measured) >= timingJitterMs ? 'certain' : 'unknown';
  }
  return gapOf(pair) >= sureMs && !waitedOutside(pair) ? 'certain' : 'unknown';
}

/** Whether what made the first timer came after an operation, which may take longer elsewhere. */
function waitedOutside({ record, first, second }: Pair): boolean {
  const until = deadline(record, second).root;
  for (
    let at = deadline(record, first).root;
    at > until;
    at = record.macrotask(record.origin(at))
  ) {
    if (record.callback(at).phase === 'poll') return true;
  }
  return false;
}

/** A busy machine may stand still for long between two callbacks of the loop that each make one. */
const sureMs = 50;

/** Made first with the shorter delay: no clock can turn that around. */
function isMadeFirst({ record, first, second }: Pair): boolean {
  const [one, other] = [record.task(first), record.task(second)];
  if (one.repeats === true || other.repeats === true) return false;
  return one.scheduledAt < other.scheduledAt && (one.delayMs ?? 1) <= (other.delayMs ?? 1);
}

/** Milliseconds that the callback in which the first was made computed after it. */
function computedFor({ record, first }: Pair): number {
  return computedSince(record, first, record.macrotask(record.origin(first)));
}

/** Whether a timer of the same delay, due before the second one, brought the first one along. */
function ranWithItsList({ record, first, second }: Pair): boolean {
  if (due(record, first) <= due(record, second)) return false;
  const { delayMs } = record.task(first);
  const { turn } = record.callback(first);
  return record.trace.callbacks.some(
    ({ index, phase, turn: other }) =>
      index < first &&
      phase === 'timers' &&
      other === turn &&
      record.task(index).delayMs === delayMs &&
      due(record, index) <= due(record, second),
  );
}
