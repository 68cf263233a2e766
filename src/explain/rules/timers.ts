import {
  busyEnough,
  callBefore,
  deadline,
  deadlineGap,
  due,
  heldUpBetweenMs,
  heldUpMs,
  raceMs,
  sleptBetween,
  spentByAll,
  spentSince,
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
      `Both have a delay of ${record.task(first).delayMs ?? 1} ms, and ${say.callback(first)} was ${made(record.task(first))} before ${say.callback(second)}.${wholeMs(record, first, second)}`,
    source: 'timers',
    question: 'scheduling-apis',
  },
  {
    id: 'interval-goes-to-the-end',
    title: 'After each call, an interval goes to the end of the timers with its delay.',
    applies: (pair) => {
      if (!timers(pair) || !sameDelay(pair) || !repeats(pair)) return false;
      return insertion(pair.record, pair.first).at < insertion(pair.record, pair.second).at;
    },
    certainty: ({ record, first, second, certaintyOf }) =>
      certaintyOf(insertion(record, first).by, insertion(record, second).by),
    text: ({ first, second, record }, say) =>
      `Both have a delay of ${record.task(first).delayMs ?? 1} ms, and Node.js runs such timers in the order in which they were put into their list. An interval goes to the end of it after each call, and ${say.callback(first)} was put there before ${say.callback(second)}.`,
    source: 'timers',
    question: 'scheduling-apis',
  },
  {
    id: 'refreshed-later',
    title: '`timeout.refresh()` restarts the delay of a timer.',
    applies: (pair) => timers(pair) && isRefreshed(pair) && gapOf(pair) > 0,
    certainty: sureByGap,
    byClock: true,
    saysDoubt: true,
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
    certainty: (pair) => (isSurelyLate(pair) ? 'certain' : 'unknown'),
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
    certainty: (pair) => (broughtAlong(pair) ? 'unknown' : madeInOrder(pair)),
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { first, second, record } = pair;
      const doubt =
        broughtAlong(pair) && pair.isFixed !== true
          ? ` There was an older timer of ${record.task(second).delayMs ?? 1} ms, though, and Node.js runs late timers of one delay together: when the program is held up long enough, the older one brings ${say.callback(second)} along.`
          : '';
      const order =
        madeInOrder(pair) === 'certain' || pair.isFixed === true
          ? ''
          : ' Which of them is made first may differ in another run, though.';
      return `${say.Callback(first)} was made before ${say.callback(second)} and has the shorter delay, so it is due earlier.${order}${doubt}`;
    },
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'earlier-deadline',
    title: 'The timer that is due earlier runs earlier.',
    applies: (pair) => timers(pair) && (gapOf(pair) > raceMs || isLead(pair)),
    certainty: sureByGap,
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { first, second, record } = pair;
      const why = isLead(pair)
        ? 'Whatever holds up the program makes only the second one later.'
        : 'Which one was made first does not matter.';
      return `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. ${why}${doubt(pair)}`;
    },
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'close-deadlines',
    title:
      'Timers race when they are due at nearly the same time, or when that depends on what came before.',
    applies: timers,
    certainty: (pair) => (areApart(pair) ? 'unknown' : 'race'),
    byClock: true,
    saysDoubt: true,
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

/** What a reader of the code may wonder about. */
function wholeMs(record: Pair['record'], first: number, second: number): string {
  const [one, other] = [record.task(first), record.task(second)];
  if (one.fractional || other.fractional) {
    return ' Node.js counts whole milliseconds, at least one, and drops fractions.';
  }
  return (one.delayMs ?? 1) === 1 ? ' A delay of 0 counts as 1 ms.' : '';
}

/** What is not certain says so. */
const doubt = (pair: Pair): string =>
  pair.isFixed === true || sureByGap(pair) === 'certain' ? '' : ` ${busyEnough}`;

const made = ({ refreshed }: { readonly refreshed?: boolean }): string =>
  refreshed === true ? 'refreshed' : 'made';

/** A list keeps the order in which timers were made, unless a refresh put one at its end. */
function inOrder({ record, first, second }: Pair): boolean {
  return record.task(first).scheduledAt < record.task(second).scheduledAt;
}

/** When a timer was put into the list of its delay for this call, and the callback that did or caused it. */
function insertion(record: Pair['record'], index: number): { at: number; by: number } {
  const before = callBefore(record, index);
  const { scheduledAt } = record.task(index);
  const at = before === undefined ? 0 : record.callback(before).to;
  // A refresh after that call has moved it once more.
  if (before === undefined || scheduledAt > at) {
    return { at: scheduledAt, by: record.task(index).by ?? 0 };
  }
  return { at, by: before };
}

const isRefreshed = ({ record, second }: Pair): boolean => record.task(second).refreshed === true;

/**
 * Milliseconds between the deadlines: by the delays alone where both go back to the same callback,
 * else as in this run. What the program spent between making one and the other is the same in every run.
 */
function gapOf(pair: Pair): number {
  const { record, first, second } = pair;
  const measured = due(record, second) - due(record, first);
  const gap = deadlineGap(record, first, second);
  if (gap === undefined) return measured;
  const between = spentBetween(pair);
  // What other callbacks took of the time may be another time elsewhere.
  const spent = inOneGo(record, first, second) ? between : Math.min(0, between);
  // Where the program blocked, calls of an interval are late by that: the delays say too little.
  if (repeats(pair) && Math.abs(between) >= timingJitterMs) return measured;
  // What came before a timer that another timer made is part of the lateness that is allowed for.
  if (spent < 0) return isMadeByTimer(pair) ? Math.min(gap, measured) : gap + spent;
  return Math.max(gap, Math.min(measured, gap + spent));
}

/** Whether one callback of the loop, and the queues after it, made both. */
const inOneGo = (record: Pair['record'], one: number, other: number): boolean =>
  record.macrotask(record.origin(one)) === record.macrotask(record.origin(other));

const isMadeByTimer = ({ record, first }: Pair): boolean => deadline(record, first).hops > 0;

/** Whether the delays, or this run, set them so far apart that they need not be a race. */
function areApart({ record, first, second }: Pair): boolean {
  const byDelay = deadline(record, second).ms - deadline(record, first).ms;
  const measured = due(record, second) - due(record, first);
  return Math.abs(byDelay) >= timingJitterMs || measured >= timingJitterMs;
}

/** Milliseconds that the program itself computed and slept between making the first and the second. */
function spentBetween({ record, first, second }: Pair): number {
  const [one, other] = [record.task(first), record.task(second)];
  const slept =
    sleptBetween(record, one.scheduledAt, other.scheduledAt) -
    sleptBetween(record, other.scheduledAt, one.scheduledAt);
  if (one.scheduledCpuMs === undefined || other.scheduledCpuMs === undefined) return slept;
  return slept + other.scheduledCpuMs - one.scheduledCpuMs;
}

function sureByGap(pair: Pair): Certainty {
  const { record, first, second } = pair;
  if (isLead(pair)) return 'certain';
  // A run that brought them close together shows that a machine can.
  const gap = Math.min(gapOf(pair), due(record, second) - due(record, first));
  const isOneRoot = deadlineGap(record, first, second) !== undefined;
  // What made the first one may have to wait for all other callbacks.
  const late = isOneRoot && !isMadeByTimer(pair) ? 0 : spentByAll(record);
  if (gap - late < (areMadeTogether(pair) ? heldUpBetweenMs : heldUpMs)) return 'unknown';
  return isOneRoot || !waitedOutside(pair) ? 'certain' : 'unknown';
}

/** Whether one callback made both, and did nothing between that takes time. */
function areMadeTogether(pair: Pair): boolean {
  const { record, first, second } = pair;
  const [one, other] = [record.task(first), record.task(second)];
  if (repeats(pair) || one.by !== other.by) return false;
  const apart = Math.abs((one.scheduledMs ?? 0) - (other.scheduledMs ?? Infinity));
  return apart < raceMs && Math.abs(spentBetween(pair)) < raceMs;
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

/** Made first with the shorter delay. */
function isMadeFirst({ record, first, second }: Pair): boolean {
  const [one, other] = [record.task(first), record.task(second)];
  if (one.repeats === true || other.repeats === true) return false;
  return one.scheduledAt < other.scheduledAt && (one.delayMs ?? 1) <= (other.delayMs ?? 1);
}

/**
 * Whether the first was made before the second, or before the timers that led to it, and is due earlier by their
 * delays and by what the program slept: whoever holds up the program makes only the second one later.
 */
function isLead(pair: Pair): boolean {
  const { record, first, second, certaintyOf } = pair;
  const one = record.task(first);
  let ms = -(one.delayMs ?? 1);
  let at = second;
  for (;;) {
    const { by = 0, delayMs = 1, repeats: again } = record.task(at);
    if (again === true) return false;
    ms += delayMs;
    const isByTimer = record.callback(by).phase === 'timers' && record.macrotask(by) === by;
    if (!isByTimer || by >= at || record.task(by).scheduledAt <= one.scheduledAt) break;
    at = by;
  }
  const { scheduledAt } = record.task(at);
  if (one.repeats === true || one.scheduledAt >= scheduledAt) return false;
  const slept = inOneGo(record, first, at) ? sleptBetween(record, one.scheduledAt, scheduledAt) : 0;
  return (
    ms + slept > 0 &&
    certaintyOf(record.origin(first), record.origin(at)) === 'certain' &&
    !broughtAlong(pair)
  );
}

/**
 * Whether an older timer with the delay of the second may run before the first. The timers of one delay are a
 * list, which is due when its first one is: held up for long enough, Node runs all of it that is due by then.
 */
function broughtAlong({ record, first, second, certaintyOf }: Pair): boolean {
  const [one, other] = [record.task(first), record.task(second)];
  const apart = (other.delayMs ?? 1) - (one.delayMs ?? 1);
  if (apart >= heldUpMs) return false;
  // Its list is due when it was due before.
  if (other.refreshed === true) return true;
  if (apart === 0) return false;
  const maker = record.origin(second);
  // One of the longer delay that is younger than the first is due later than that.
  const oldest = apart > 0 ? one.scheduledAt : other.scheduledAt;
  return record.trace.tasks.some((task) => {
    if (task.phase !== 'timers' || task.delayMs !== other.delayMs) return false;
    if (task.scheduledAt >= oldest) return false;
    if (task.cancelledAt !== undefined && task.cancelledAt < one.scheduledAt) return false;
    // It was run before the second was made, in every run.
    const run = record.trace.callbacks.find(({ task: id }) => id === task.id);
    const isOver = run && run.index <= maker && certaintyOf(run.index, maker) === 'certain';
    return isOver !== true || task.repeats === true;
  });
}

/** Whether the program itself kept the loop from the first one until it was due. */
function isSurelyLate({ record, first, second }: Pair): boolean {
  const { delayMs = 1 } = record.task(first);
  const spent = spentSince(record, first, record.macrotask(record.origin(first))) - delayMs;
  const older = oldestOfList({ record, first, second });
  return (
    spent >= timingJitterMs &&
    older !== undefined &&
    record.task(older).scheduledAt < record.task(second).scheduledAt
  );
}

/** Whether a timer of the same delay, due before the second one, brought the first one along. */
function ranWithItsList({ record, first, second }: Pair): boolean {
  if (due(record, first) <= due(record, second)) return false;
  return oldestOfList({ record, first, second }) !== undefined;
}

/** The call of such a timer. */
function oldestOfList({ record, first, second }: Pick<Pair, 'record' | 'first' | 'second'>) {
  const { delayMs } = record.task(first);
  const { turn } = record.callback(first);
  return record.trace.callbacks.find(
    ({ index, phase, turn: other }) =>
      index < first &&
      phase === 'timers' &&
      other === turn &&
      record.task(index).delayMs === delayMs &&
      due(record, index) <= due(record, second),
  )?.index;
}
