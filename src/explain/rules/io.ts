import { timingJitterMs, deadline, due, raceMs } from '../clock.ts';
import { areAny, isPoolWork, phasesAre, startsAfter, wasMadeLater } from '../pair-predicates.ts';
import type { Certainty, Pair, Rule } from '../rule.ts';
import type { TraceIndex } from '../trace-index.ts';
import { messageFromPoll, messageIsThere, portsInOrder } from './messages.ts';

const finishedLater: Rule['text'] = ({ record, first, second }, say) =>
  `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start, ${say.callback(second)} ${Math.round(record.callback(second).startedMs)} ms after it. How long the operation takes is not in the record: a faster one may come first.`;

/** One waits for an operation or a message, or was made later than the other ran. */
export const ioRules: readonly Rule[] = [
  {
    id: 'check-before-next-poll',
    title:
      'What the thread pool is given by its own callback is collected in the next poll phase; the check phase comes before that.',
    applies: (pair) => phasesAre(pair, 'check', 'poll') && beganInPollBefore(pair),
    certainty: bothBegan,
    text: ({ record, first, second }, say) =>
      `${say.Callback(record.began(second))} started what ${say.callback(second)} waits for, and it ran during the poll phase, when what the thread pool had finished was already collected. However fast the pool is, the check phase with ${say.callback(first)}, which was already scheduled, comes before the next poll phase.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'several-trips',
    title:
      'An operation that goes to the thread pool several times takes several turns of the loop.',
    applies: (pair) =>
      phasesAre(pair, 'check', 'poll') &&
      isPoolWork(pair.record, pair.second) &&
      trips(pair) > 1 &&
      pair.record.began(pair.second) <= pair.earlier,
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: ({ first, second, record }, say) => {
      if (isOfStream(record, second)) {
        return `In this run, ${say.callback(first)} came before ${say.callback(second)}. What a stream has read or written by then, and when it goes on, is not in the record, so it can't tell whether another run may show the other order.`;
      }
      return `In this run, ${say.callback(second)} was called after ${trips({ record, second })} steps, each of which ended in a poll phase of its own. ${say.Callback(first)} had to wait for only one check phase. How many steps such a call takes is not documented and differs between versions of Node.js, so don't rely on it.`;
    },
    source: 'threadPool',
    question: 'libuv-thread-pool',
  },
  {
    id: 'made-later',
    title: 'What is scheduled later by something else comes later.',
    applies: (pair) =>
      wasMadeLater(pair) &&
      pair.certaintyOf(pair.earlier, pair.record.origin(pair.second)) !== 'race',
    certainty: ({ record, earlier, second, certaintyOf }) =>
      certaintyOf(earlier, record.origin(second)),
    text: ({ record, earlier, second }, say) =>
      record.began(second) > earlier
        ? `When ${say.callback(earlier)} ran, ${say.callback(second)} had not been scheduled yet: ${say.callback(record.began(second))} did that later.`
        : `When ${say.callback(earlier)} ran, what ${say.callback(second)} waits for was not done: ${say.callback(record.origin(second))}, one of the steps to it, ran later.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  messageIsThere,
  {
    id: 'io-before-far-timer',
    title: 'A timer waits for its whole delay; what is done before that comes first.',
    applies: (pair) =>
      phasesAre(pair, 'poll', 'timers') &&
      (untilDue(pair) > raceMs || deadline(pair.record, pair.second).ms >= timingJitterMs),
    // How long an operation takes is not in the record: beside busy processes, a read took 80 ms.
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { record, first, second } = pair;
      return `${say.Callback(first)} was called ${Math.round(record.callback(first).startedMs)} ms after the start, and ${say.callback(second)} was due ${Math.round(due(record, second))} ms after it, with a delay of ${record.task(second).delayMs ?? 1} ms. ${howFar(pair)}`;
    },
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'outside-or-loop',
    title: 'What comes from outside the thread arrives at its own time.',
    applies: (pair) =>
      (areAny(pair, 'poll', 'check') || areAny(pair, 'poll', 'timers')) && isFromOutside(pair),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ record, first, second }, say) => {
      const [outside, other] =
        record.callback(first).phase === 'poll' ? [first, second] : [second, first];
      if (record.task(outside).api === 'BroadcastChannel') {
        return `${say.Callback(outside)} received a message that another \`BroadcastChannel\` of the same name had posted, in this thread or in another one. Which one and when is not in the record, so it can't tell whether another run may show it on the other side of ${say.callback(other)}.`;
      }
      return `${say.Callback(outside)} was called because of something outside this thread: the operating system, a process, another thread or the other end of a connection. What led to that and how long it took is not in the record, so it can't tell whether another run may show it on the other side of ${say.callback(other)}.`;
    },
    source: 'loop',
    question: 'v8-and-libuv',
  },
  {
    id: 'timer-before-slow-io',
    title: 'An operation that takes its time does not hold up the timers.',
    // A message that was posted is no operation.
    applies: (pair) =>
      phasesAre(pair, 'timers', 'poll') &&
      pair.record.task(pair.second).queuedAt === undefined &&
      startsAfter(pair) >= timingJitterMs,
    // How long an operation takes is not in the record: a busy machine makes any of them slow.
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: finishedLater,
    source: 'loop',
    question: 'event-loop-phases',
  },
  messageFromPoll,
  {
    id: 'immediate-before-slow-io',
    title: 'An immediate runs in the next check phase; an operation takes as long as it takes.',
    applies: (pair) => phasesAre(pair, 'check', 'poll') && startsAfter(pair) >= timingJitterMs,
    // How long an operation takes is not in the record: a busy machine makes any of them slow.
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: finishedLater,
    source: 'loop',
    question: 'libuv-thread-pool',
  },
  {
    id: 'io-or-immediate',
    title: 'An immediate and an I/O callback race.',
    applies: (pair) => areAny(pair, 'poll', 'check'),
    certainty: () => 'race',
    saysDoubt: true,
    text: ({ record, first, second }, say) => {
      const [io, immediate] =
        record.callback(first).phase === 'poll' ? [first, second] : [second, first];
      const came = `${say.Callback(first)} came before ${say.callback(second)} in this run.`;
      return record.task(io).queuedAt === undefined
        ? `${came} Whether the operation is done when the loop polls depends on the machine, so another run may show the other order.`
        : `${came} The message is delivered in the next poll phase, and whether ${say.callback(immediate)} is due in the check phase before that or in the one after it may differ. Another run may show the other order.`;
    },
    source: 'threadPool',
    question: 'libuv-thread-pool',
  },
  {
    id: 'io-or-timer',
    title: 'A timer and an I/O callback race.',
    applies: (pair) => areAny(pair, 'poll', 'timers'),
    certainty: () => 'race',
    saysDoubt: true,
    text: ({ record, first, second }, say) => {
      const [io, timer] =
        record.callback(first).phase === 'poll' ? [first, second] : [second, first];
      const came = `${say.Callback(first)} came before ${say.callback(second)} in this run.`;
      return record.task(io).queuedAt === undefined
        ? `${came} How long the operation takes depends on the machine, so another run may show the other order.`
        : `${came} The message is delivered in the next poll phase, and whether ${say.callback(timer)} is due before that depends on the clock. Another run may show the other order.`;
    },
    source: 'eventLoop',
    question: 'libuv-thread-pool',
  },
  portsInOrder,
  {
    id: 'one-at-a-time',
    title: 'A stream of `zlib` does one piece of work after the other.',
    applies: (pair) => isOneAtATime(pair),
    text: ({ first, second }, say) =>
      `${say.Callback(first)} and ${say.callback(second)} belong to the same stream. It gives the thread pool one piece of work at a time and takes the next one when that is done, in the order in which it got them.`,
    source: 'threadPool',
    question: 'libuv-thread-pool',
  },
  {
    id: 'operations-race',
    title: 'Operations that run at the same time finish in any order.',
    applies: (pair) => phasesAre(pair, 'poll', 'poll') && !areMessages(pair),
    certainty: () => 'race',
    saysDoubt: true,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} and ${say.callback(second)} wait for operations that ran side by side in the thread pool. The one that was started first need not be done first.`,
    source: 'threadPool',
    question: 'libuv-thread-pool',
  },
  {
    id: 'messages-from-outside',
    title: 'The poll phase handles what has arrived in the order in which it finds it.',
    applies: (pair) => areMessages(pair),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ record, first, second }, say) => {
      const [one, other] = [comesFrom(record, first), comesFrom(record, second)];
      if (one === outside && other === outside) {
        return `${say.Callback(first)} and ${say.callback(second)} were called because of ${outside}. What led to that is not in the record, even if this program sent it itself, so the record can't tell whether another run may show the other order.`;
      }
      const why =
        one === other
          ? `${say.Callback(first)} and ${say.callback(second)} were called because of ${one} each.`
          : `${say.Callback(first)} was called because of ${one}, ${say.callback(second)} because of ${other}.`;
      return `${why} Which of them the loop finds first is not in the record, so it can't tell whether another run may show the other order.`;
    },
    source: 'loop',
    question: 'v8-and-libuv',
  },
];

const outside =
  'something outside this thread: the operating system, a process, another thread or the other end of a connection';

/** What the loop waited for, for a callback of the poll phase. */
function comesFrom(record: TraceIndex, index: number): string {
  const { api, queuedAt } = record.task(index);
  if (isPoolWork(record, index)) return 'work of the thread pool';
  if (api === 'BroadcastChannel')
    return 'a message of a `BroadcastChannel`, from this thread or another one';
  return queuedAt === undefined ? outside : 'a message that this thread had posted';
}

/** How many poll phases an operation took, of which the callback is the last. */
function trips({ record, second }: Pick<Pair, 'record' | 'second'>): number {
  const began = record.began(second);
  let count = 1;
  for (let at = record.origin(second); at !== began && at > 0; at = record.origin(at)) {
    if (!record.isMicro(at)) count += 1;
  }
  return count;
}

/**
 * Whether the operation was started in the poll phase of the turn in which the immediate, made before,
 * ran. Both are work of the thread pool: libuv collects what the pool has done once in a poll phase, before
 * it calls anybody back for it, so what such a callback starts is collected in the next one. A message,
 * or the pool's work for another callback of the poll phase, can still be delivered in this one.
 */
function beganInPollBefore({ record, first, second }: Pair): boolean {
  const macrotask = record.macrotask(record.began(second));
  const { phase, turn } = record.callback(macrotask);
  return (
    phase === 'poll' &&
    turn === record.callback(first).turn &&
    (record.origin(first) <= macrotask || record.macrotask(record.origin(first)) === macrotask) &&
    isPoolWork(record, macrotask) &&
    isPoolWork(record, second)
  );
}

/** Whether both were made in the queues of that callback, or the immediate before it, in every run. */
function bothBegan({ record, first, second, certaintyOf }: Pair): Certainty {
  const [one, other] = [record.origin(first), record.began(second)];
  const macrotask = record.macrotask(other);
  if (one <= macrotask) return certaintyOf(one, macrotask);
  const found = [certaintyOf(macrotask, one), certaintyOf(macrotask, other)];
  return found.find((certainty) => certainty !== 'certain') ?? 'certain';
}

/** A stream reads on its own account, not only when it is asked to. */
const isOfStream = (record: TraceIndex, index: number): boolean =>
  /^fs$|Stream\b|^stream\./.test(record.task(index).api) ||
  (record.task(index).api.startsWith('zlib.') && record.task(index).source !== undefined);

/** Whether the one of the poll phase waits for something that neither the pool nor this thread did. */
function isFromOutside({ record, first, second }: Pair): boolean {
  const index = record.callback(first).phase === 'poll' ? first : second;
  return !isPoolWork(record, index) && record.task(index).queuedAt === undefined;
}

/** What another order would take, by the time that was left before the timer was due. */
function howFar(pair: Pair): string {
  const left = untilDue(pair);
  if (left >= timingJitterMs) return 'Only a much slower operation could turn that around.';
  return left > 0
    ? 'In this run that was close: an operation that is only a little slower comes after the timer.'
    : 'In this run the timer was due by then, and the loop had only not come by it yet: another run may show the other order.';
}

const untilDue = ({ record, first, second }: Pair): number =>
  due(record, second) - record.callback(first).startedMs;

/** Whether two steps of one compressor led to both, and nothing else in the queues after them. */
function isOneAtATime(pair: Pair): boolean {
  const { record, earlier, later, first, second } = pair;
  const [one, other] = [record.task(first), record.task(second)];
  return (
    phasesAre(pair, 'poll', 'poll') &&
    one.api.startsWith('zlib.') &&
    one.source !== undefined &&
    one.source === other.source &&
    (earlier === first || record.setOff(first, earlier)) &&
    (later === second || record.setOff(second, later))
  );
}

/** File, hash and lookup work is done by the thread pool; the rest comes from sockets and their like. */
function areMessages(pair: Pair): boolean {
  const { record, first, second } = pair;
  const arePool = isPoolWork(record, first) && isPoolWork(record, second);
  return phasesAre(pair, 'poll', 'poll') && !arePool;
}
