import { closeMs, drained, due } from '../clock.ts';
import type { Recorded } from '../recorded.ts';
import type { Certainty, Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import type { Phase } from '../../trace/model.ts';

/** They belong to different callbacks of the event loop, `first` and `second`. */
export const loopRules: readonly Rule[] = [
  {
    id: 'queues-before-the-loop',
    title: 'Ticks and promise jobs of the script are done before the event loop begins.',
    applies: ({ first, second }) => first === 0 && second !== 0,
    text: ({ earlier, second }, say) =>
      `${say.Callback(earlier)} was in a queue that is emptied right after the script. ${say.Callback(second)} is called by the event loop, which starts only then.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'queues-between-callbacks',
    title: 'Ticks and promise jobs are done after every single callback, before the loop goes on.',
    applies: (pair) =>
      pair.earlier !== pair.first &&
      (pair.record.led(pair.first, pair.second) || samePhase(pair) || sameTimers(pair)),
    certainty: ({ record, first, second, certaintyOf }) =>
      record.led(first, second) ? 'certain' : certaintyOf(first, second),
    text: ({ earlier, first, second }, say) =>
      `${say.Callback(earlier)} was put into its queue during ${say.callback(first)}. The queues are emptied when that ends, and ${say.callback(second)} has to wait for them.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  ...timerPairs(),
  ...immediatesAndTimers(),
  {
    id: 'immediates-in-order',
    title: 'Immediates run in the order in which they were made.',
    applies: (pair) => phasesAre(pair, 'check', 'check') && sameTurn(pair),
    certainty: madeInOrder,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} was made before ${say.callback(second)}, and the check phase runs all immediates that were there when it began.`,
    source: 'immediate',
    question: 'scheduling-apis',
  },
  {
    id: 'immediate-next-turn',
    title: 'An immediate that is made in the check phase waits for the next turn of the loop.',
    applies: (pair) => phasesAre(pair, 'check', 'check'),
    certainty: madeInOrder,
    text: ({ record, first, second }, say) =>
      `${say.Callback(first)} ran in turn ${record.callback(first).turn} of the loop and ${say.callback(second)} in turn ${record.callback(second).turn}: the check phase takes only the immediates that were there when it began.`,
    source: 'immediate',
    question: 'event-loop-phases',
  },
  {
    id: 'close-is-last-in-a-turn',
    title: 'Close callbacks come at the end of a turn, after the check phase.',
    applies: (pair) => phasesAre(pair, 'check', 'close') && sameTurn(pair),
    certainty: madeInOrder,
    text: ({ first, second }, say) =>
      `Both were waiting in the same turn of the loop: ${say.callback(first)} for the check phase, ${say.callback(second)} for the close callbacks, which are the last phase.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'close-before-next-timers',
    title:
      'Close callbacks still belong to this turn; a new timer waits for the next timers phase.',
    applies: (pair) =>
      phasesAre(pair, 'close', 'timers') && originHostIs(pair, 'poll', 'check', 'close'),
    certainty: madeInOrder,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} ended the turn in which ${say.callback(second)} was made. Timers are looked at again only after the close callbacks.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  ...ioAndOthers(),
];

function timerPairs(): readonly Rule[] {
  const timers = (pair: Pair) => phasesAre(pair, 'timers', 'timers');
  return [
    {
      id: 'same-delay-in-order',
      title: 'Timers with the same delay run in the order in which they were made.',
      applies: (pair) => timers(pair) && sameDelay(pair) && !repeats(pair),
      certainty: madeInOrder,
      text: ({ first, second, record }, say) =>
        `Both have a delay of ${record.task(first).delayMs ?? 1} ms, and ${say.callback(first)} was made before ${say.callback(second)}. A delay of 0 counts as 1 ms.`,
      source: 'timers',
      question: 'scheduling-apis',
    },
    {
      id: 'same-delay-together',
      title: 'Late timers with the same delay run together, before the timers of another delay.',
      applies: (pair) => timers(pair) && ranWithItsList(pair),
      text: ({ first, second, record }, say) =>
        `${say.Callback(second)} was due earlier, but both were late. Node.js keeps the timers of each delay in a list of their own: when it runs the list of ${record.task(first).delayMs} ms, it takes all of it that is due, and ${say.callback(first)} was in it.`,
      source: 'timers',
      question: 'event-loop-phases',
    },
    {
      id: 'earlier-deadline',
      title: 'The timer that is due earlier runs earlier.',
      applies: (pair) => timers(pair) && isDueBefore(pair),
      byClock: true,
      text: ({ first, second, record }, say) =>
        `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. Which one was made first does not matter.`,
      source: 'timers',
      question: 'event-loop-phases',
    },
    {
      id: 'close-deadlines',
      title: 'Timers that are due at nearly the same time race.',
      applies: timers,
      certainty: () => 'race',
      text: ({ first, second, record }, say) =>
        `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. That is too close: how busy the machine is decides, so another run may show the other order.`,
      source: 'timers',
      question: 'event-loop-phases',
    },
  ];
}

function immediatesAndTimers(): readonly Rule[] {
  const immediateFirst = (pair: Pair) => phasesAre(pair, 'check', 'timers');
  const timerFirst = (pair: Pair) => phasesAre(pair, 'timers', 'check');
  return [
    {
      id: 'immediate-before-timer-after-io',
      title: 'In an I/O callback the immediate always comes before the timer.',
      applies: (pair) => immediateFirst(pair) && originHostIs(pair, 'poll'),
      certainty: madeInOrderOrTogether,
      text: ({ record, first, second }, say) =>
        `${say.Callback(record.origin(second))} belongs to an I/O callback, which runs in the poll phase. The check phase with ${say.callback(first)} is next, and the timers with ${say.callback(second)} come after it.`,
      source: 'immediateOrTimeout',
      question: 'predict-timeout-immediate',
    },
    {
      id: 'immediate-before-new-timer',
      title:
        'A timer that is made in the timers phase waits for the next one; the check phase comes before it.',
      applies: (pair) => immediateFirst(pair) && originHostIs(pair, 'timers'),
      certainty: madeInOrderOrTogether,
      text: ({ record, first, second }, say) =>
        `${say.Callback(second)} was planned in the timers phase, during ${say.callback(record.origin(second))}. The loop goes on to the poll phase and the check phase first, and there ${say.callback(first)} was waiting.`,
      source: 'eventLoop',
      question: 'predict-timeout-immediate',
    },
    {
      id: 'check-phase-goes-on',
      title: 'The check phase runs all its immediates before the loop gets to the timers.',
      applies: (pair) => immediateFirst(pair) && madeInSameCheckPhase(pair),
      certainty: madeInOrderOrTogether,
      text: ({ record, first, second }, say) =>
        `${say.Callback(second)} was made by ${say.callback(record.origin(second))}, in the check phase. ${say.Callback(first)} was waiting in that same phase already.`,
      source: 'immediate',
      question: 'event-loop-phases',
    },
    {
      id: 'timer-is-not-due',
      title: 'A timer waits for its delay; the loop does not wait for it.',
      applies: (pair) =>
        immediateFirst(pair) &&
        due(pair.record, pair.second) - pair.record.callback(pair.first).startedMs >= closeMs,
      byClock: true,
      text: ({ record, first, second }, say) =>
        `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start, when ${say.callback(second)} was far from being due.`,
      source: 'immediate',
      question: 'scheduling-apis',
    },
    {
      id: 'due-timer-first',
      title: 'A timer that is already due when the loop goes on comes before the other phases.',
      applies: (pair) => overdue(pair) >= closeMs,
      // A slow machine takes that long for a short script; only work does for much longer.
      certainty: (pair) => (overdue(pair) >= workMs ? 'certain' : 'race'),
      byClock: true,
      text: ({ first, second, record }, say) =>
        `When ${say.callback(record.host(record.origin(first)))} and its queues were done, ${say.callback(first)} had been due for a while. The loop goes to the timers first, so ${say.callback(second)} came after it. In a run in which it is not due by then, it has to wait.`,
      source: 'eventLoop',
      question: 'predict-timeout-immediate',
    },
    {
      id: 'timeout-or-immediate',
      title: 'Outside of I/O callbacks a short timer and an immediate race.',
      applies: (pair) => immediateFirst(pair) || (timerFirst(pair) && !wasMadeLater(pair)),
      certainty: () => 'race',
      text: ({ record, first, second }, say) => {
        const timer = record.callback(first).phase === 'timers' ? first : second;
        return `It depends on the clock: if ${say.callback(timer)} is due when the loop gets to its timers, it is first; if not, the check phase with ${say.callback(timer === first ? second : first)} comes before it. Another run may show the other order.`;
      },
      source: 'immediateOrTimeout',
      question: 'predict-timeout-immediate',
    },
  ];
}

function ioAndOthers(): readonly Rule[] {
  return [
    {
      id: 'made-later',
      title: 'What is scheduled later by something else comes later.',
      applies: (pair) =>
        wasMadeLater(pair) &&
        pair.certaintyOf(pair.earlier, pair.record.origin(pair.second)) !== 'race',
      certainty: ({ record, earlier, second, certaintyOf }) =>
        certaintyOf(earlier, record.origin(second)),
      text: ({ record, earlier, second }, say) =>
        `When ${say.callback(earlier)} ran, ${say.callback(second)} had not been scheduled yet: ${say.callback(record.origin(second))} did that afterwards.`,
      source: 'eventLoop',
      question: 'event-loop-phases',
    },
    {
      id: 'io-before-far-timer',
      title: 'A timer waits for its whole delay, and the I/O was done long before.',
      applies: (pair) =>
        phasesAre(pair, 'poll', 'timers') &&
        due(pair.record, pair.second) - pair.record.callback(pair.first).startedMs >= closeMs,
      byClock: true,
      text: ({ record, first, second }, say) =>
        `${say.Callback(first)} was called ${Math.round(record.callback(first).startedMs)} ms after the start, and ${say.callback(second)} was due only ${Math.round(due(record, second))} ms after it. Nothing but a much slower operation could turn that around.`,
      source: 'eventLoop',
      question: 'event-loop-phases',
    },
    {
      id: 'timer-before-slow-io',
      title: 'An operation that takes its time does not hold up the timers.',
      applies: (pair) => phasesAre(pair, 'timers', 'poll') && startsLongAfter(pair),
      byClock: true,
      text: ({ record, first, second }, say) =>
        `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start. What ${say.callback(second)} waited for was finished ${Math.round(record.callback(second).startedMs)} ms after it.`,
      source: 'loop',
      question: 'event-loop-phases',
    },
    {
      id: 'immediate-before-slow-io',
      title: 'An immediate runs in the next check phase; an operation takes as long as it takes.',
      applies: (pair) => phasesAre(pair, 'check', 'poll') && startsLongAfter(pair),
      byClock: true,
      text: ({ record, first, second }, say) =>
        `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start. What ${say.callback(second)} waited for was finished ${Math.round(record.callback(second).startedMs)} ms after it.`,
      source: 'loop',
      question: 'libuv-thread-pool',
    },
    {
      id: 'io-or-immediate',
      title: 'An immediate and an I/O callback race.',
      applies: (pair) => areAny(pair, 'poll', 'check'),
      certainty: () => 'race',
      text: ({ first, second }, say) =>
        `${say.Callback(first)} came before ${say.callback(second)} in this run. Whether the operation is finished when the loop polls depends on the machine, so another run may show the other order.`,
      source: 'threadPool',
      question: 'libuv-thread-pool',
    },
    {
      id: 'io-or-timer',
      title: 'A timer and an I/O callback race.',
      applies: (pair) => areAny(pair, 'poll', 'timers'),
      // What came over a socket may have been sent because of the timer.
      certainty: (pair) =>
        phasesAre(pair, 'timers', 'poll') && !isPoolWork(pair.record, pair.second)
          ? 'unknown'
          : 'race',
      text: ({ first, second }, say) =>
        `${say.Callback(first)} came before ${say.callback(second)} in this run. How long the operation takes depends on the machine, so another run may show the other order.`,
      source: 'eventLoop',
      question: 'libuv-thread-pool',
    },
    {
      id: 'operations-race',
      title: 'Operations that are under way at the same time finish in any order.',
      applies: (pair) => phasesAre(pair, 'poll', 'poll') && !areMessages(pair),
      certainty: () => 'race',
      text: ({ first, second }, say) =>
        `${say.Callback(first)} and ${say.callback(second)} wait for operations that ran side by side, in the thread pool or in the operating system. The one that was started first need not be finished first.`,
      source: 'threadPool',
      question: 'libuv-thread-pool',
    },
    {
      id: 'messages-from-outside',
      title: 'What arrives from the network, a process or a thread is handled as it arrives.',
      applies: (pair) => areMessages(pair),
      certainty: () => 'unknown',
      text: ({ first, second }, say) =>
        `${say.Callback(first)} and ${say.callback(second)} were called in the poll phase because something had arrived. When it was sent was decided outside of this thread, so the record cannot tell whether another run may have another order.`,
      source: 'loop',
      question: 'v8-and-libuv',
    },
  ];
}

/** File, hash and DNS work is done by the thread pool; the rest comes from sockets and their like. */
function areMessages(pair: Pair): boolean {
  const { record, first, second } = pair;
  const arePool = isPoolWork(record, first) && isPoolWork(record, second);
  return phasesAre(pair, 'poll', 'poll') && !arePool;
}

const isPoolWork = (record: Recorded, index: number): boolean =>
  /^(fs|crypto|zlib|dns)\b/.test(record.task(index).api);

function phasesAre({ record, first, second }: Pair, one: Phase, other: Phase): boolean {
  return record.callback(first).phase === one && record.callback(second).phase === other;
}

const areAny = (pair: Pair, one: Phase, other: Phase): boolean =>
  phasesAre(pair, one, other) || phasesAre(pair, other, one);

const sameTurn = ({ record, first, second }: Pair): boolean =>
  record.callback(first).turn === record.callback(second).turn;

const samePhase = (pair: Pair): boolean =>
  sameTurn(pair) &&
  pair.record.callback(pair.first).phase === pair.record.callback(pair.second).phase;

/** Two that were made in one go run in one go, unless the clock ticked between their makings. */
const sameTimers = (pair: Pair): boolean =>
  phasesAre(pair, 'timers', 'timers') && sameDelay(pair) && !repeats(pair);

const sameDelay = ({ record, first, second }: Pair): boolean =>
  (record.task(first).delayMs ?? 1) === (record.task(second).delayMs ?? 1);

const repeats = ({ record, first, second }: Pair): boolean =>
  record.task(first).repeats === true || record.task(second).repeats === true;

/** Whether the one was made before the other in every run. */
function madeInOrder({ record, first, second, certaintyOf }: Pair): Certainty {
  return certaintyOf(record.origin(first), record.origin(second));
}

/** The same where it is enough that both were there in the same phase. */
function madeInOrderOrTogether(pair: Pair): Certainty {
  const { record, first, second } = pair;
  const isTogether = record.host(record.origin(first)) === record.host(record.origin(second));
  return isTogether ? 'certain' : madeInOrder(pair);
}

/** The phase in which the second one was scheduled. */
function originHostIs({ record, second }: Pair, ...phases: readonly Phase[]): boolean {
  return phases.includes(record.callback(record.host(record.origin(second))).phase);
}

function madeInSameCheckPhase(pair: Pair): boolean {
  const { record, first, second } = pair;
  const host = record.host(record.origin(second));
  return originHostIs(pair, 'check') && record.callback(host).turn === record.callback(first).turn;
}

function isDueBefore({ record, first, second }: Pair): boolean {
  const gap = due(record, second) - due(record, first);
  if (gap >= closeMs) return true;
  // From one callback, and made first with the shorter delay: no clock can turn that around.
  const [one, other] = [record.task(first), record.task(second)];
  const together = record.origin(first) === record.origin(second);
  return (
    together && one.scheduledAt < other.scheduledAt && (one.delayMs ?? 1) <= (other.delayMs ?? 1)
  );
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

/** Milliseconds that the timer had been due. From the script, the check phase and the close callbacks the loop goes on to the timers. */
function overdue({ record, first, second }: Pair): number {
  const host = record.host(record.origin(first));
  const { phase } = record.callback(host);
  if (record.callback(first).phase !== 'timers' || !beforeTimers.has(phase)) return 0;
  if (record.callback(second).phase === 'timers') return 0;
  return drained(record, host) - due(record, first);
}

const workMs = 100;

const beforeTimers: ReadonlySet<Phase> = new Set<Phase>(['main', 'check', 'close']);

function wasMadeLater({ record, earlier, second }: Pair): boolean {
  return record.origin(second) > earlier;
}

const startsLongAfter = ({ record, first, second }: Pair): boolean =>
  record.callback(second).startedMs - record.callback(first).startedMs >= closeMs;
