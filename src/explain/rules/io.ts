import { closeMs, due } from '../clock.ts';
import { areAny, phasesAre, startsLongAfter, wasMadeLater } from '../loop-pairs.ts';
import type { Pair } from '../pair.ts';
import type { Recorded } from '../recorded.ts';
import type { Rule } from '../rule.ts';

const finishedLater: Rule['text'] = ({ record, first, second }, say) =>
  `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start. What ${say.callback(second)} waited for was finished ${Math.round(record.callback(second).startedMs)} ms after it.`;

/** One waits for an operation or a message, or was made later than the other ran. */
export const ioRules: readonly Rule[] = [
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
    text: finishedLater,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'immediate-before-slow-io',
    title: 'An immediate runs in the next check phase; an operation takes as long as it takes.',
    applies: (pair) => phasesAre(pair, 'check', 'poll') && startsLongAfter(pair),
    byClock: true,
    text: finishedLater,
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

/** File, hash and DNS work is done by the thread pool; the rest comes from sockets and their like. */
function areMessages(pair: Pair): boolean {
  const { record, first, second } = pair;
  const arePool = isPoolWork(record, first) && isPoolWork(record, second);
  return phasesAre(pair, 'poll', 'poll') && !arePool;
}

const isPoolWork = (record: Recorded, index: number): boolean =>
  /^(fs|crypto|zlib|dns)\b/.test(record.task(index).api);
