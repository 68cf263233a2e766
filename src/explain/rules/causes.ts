import { due, spentSince, timingJitterMs } from '../clock.ts';
import { isDatagram } from '../pair-predicates.ts';
import type { Certainty, Pair, Rule } from '../rule.ts';

/** Milliseconds of computing that are called work, in a text about a timer that had to wait. */
const workMs = 5;

/** The later callback would not be there without the earlier one. */
export const causeRules: readonly Rule[] = [
  {
    id: 'module-waits-for-imports',
    title:
      'A module runs when the modules that it imports are done, including their top-level `await`.',
    applies: ({ record, later }) => record.task(later).api === 'module',
    text: () =>
      'The second line was printed by the body of a module. One of its imports paused at a top-level `await`, so Node.js ran the body later, in a microtask of its own.',
    source: 'imports',
    question: 'cjs-vs-esm',
  },
  {
    id: 'late-timer',
    title: 'A delay is the shortest wait: a timer runs when the main thread is free.',
    applies: (pair) => {
      const { record, earlier, later } = pair;
      const { endedMs } = record.callback(earlier);
      const isTimer = record.callback(later).phase === 'timers';
      return (
        isTimer &&
        !sameTask(pair) &&
        record.origin(later) === earlier &&
        endedMs !== undefined &&
        endedMs > due(record, later) + timingJitterMs &&
        (record.task(later).scheduledCpuMs === undefined ||
          spentSince(record, later, record.macrotask(earlier)) >= workMs)
      );
    },
    text: ({ record, earlier, later }, say) =>
      `${say.Callback(later)} was due ${ms(due(record, later))} after the start, but ${say.callback(earlier)} kept the main thread busy until ${ms(record.callback(earlier).endedMs ?? 0)} after it. Timers cannot interrupt running code.`,
    source: 'dontBlock',
    question: 'blocking-the-loop',
  },
  {
    id: 'await-lets-go',
    title:
      'What follows an `await` runs in a microtask of its own, even if there is nothing to wait for.',
    applies: ({ record, earlier, later }) =>
      record.task(later).api === 'await' && record.task(later).by === earlier,
    text: ({ record, earlier, later }, say) =>
      `${say.Callback(earlier)} reached the \`${record.task(later).awaits ?? 'await'}\` ${say.place(later)}, which ${paused(record, later)} it is in. What follows it runs in a microtask of its own: not before the running code has finished, and not before the awaited promise is settled.`,
    source: 'await',
    question: 'promises-and-the-loop',
  },
  {
    id: 'script-first',
    title:
      'The script runs to completion before anything that it scheduled; an ES module at least to its first top-level `await`.',
    applies: ({ record, earlier }) => record.outermost(earlier) === 0,
    text: ({ record, later }, say) => {
      const { by } = record.task(later);
      if (record.callback(later).outside === true) {
        return `${say.Callback(0)} runs before everything else. ${say.Callback(later)} had to wait until that ${untilWhen(record)}.`;
      }
      if (by !== 0) {
        return `${say.Callback(0)} runs before everything else. ${say.Callback(later)} was called only after that.`;
      }
      if (isCalledFromOutside(record, later)) {
        return `${say.Callback(later)} is called by the event loop, and had to wait until ${say.callback(0)} ${untilWhen(record)}.`;
      }
      const delay = record.callback(later).phase === 'timers' ? ', however short the delay is' : '';
      const who = isOfAnotherFile(record, later)
        ? 'by code of another file, such as an imported module,'
        : `by ${say.callback(0)}`;
      return `${say.Callback(later)} was scheduled ${who} and could not run until ${say.callback(0)} ${untilWhen(record)}${delay}.`;
    },
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'interval-again',
    title: 'An interval schedules its next call when it has made the one before.',
    applies: (pair) => sameTask(pair) && pair.record.callback(pair.later).phase === 'timers',
    text: ({ later }, say) =>
      `Both lines were printed by calls of ${say.thing(later)}. Each call is scheduled only when the one before has been made, so they always keep this order.`,
    source: 'interval',
    question: 'scheduling-apis',
  },
  {
    id: 'closes-last',
    title: 'The close callback of a handle is the last one that it calls.',
    applies: (pair) => sameSource(pair) && pair.record.callback(pair.second).phase === 'close',
    text: ({ first, second }, say) =>
      `${say.Callback(first)} and ${say.callback(second)} belong to the same socket, pipe or other handle. Closing is completed in the close phase, and nothing else is called for the handle after that.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'same-source-in-order',
    title: 'Events of one source arrive in the order in which they happened.',
    applies: (pair) =>
      (sameTask(pair) || (sameSource(pair) && bothPoll(pair))) &&
      !(isDatagram(pair.record, pair.later) && bothPoll(pair)),
    certainty: sentInOrder,
    saysDoubt: true,
    text: (pair, say) =>
      isConnected(pair)
        ? `${say.Callback(pair.earlier)} was called when the connection was there. Nothing is read from it before that, so ${say.callback(pair.later)} came after it.`
        : `Both lines were printed by calls of ${say.thing(pair.later)}. One socket, stream or port delivers what it received piece by piece, in order.${sentInOrder(pair) === 'certain' ? '' : ' But what it received came from several callbacks, and which of them sends first may differ in another run.'}`,
    source: 'loop',
    question: 'stream-types',
  },
  {
    id: 'worker-exits-last',
    title: 'A worker emits `exit` after all messages and errors that it has sent.',
    applies: ({ record, first, second }) => {
      const { owner } = record.task(first);
      return owner !== undefined && owner === record.task(second).source;
    },
    // Node empties no queue between what it delivers then and that event.
    certainty: (pair) => (isLeftByMessage(pair) ? 'unknown' : 'certain'),
    saysDoubt: true,
    text: (pair, say) => {
      const fact =
        'Both lines were printed because of the same worker. When it has stopped, Node.js first delivers what it had sent, and only then emits `exit`.';
      return isLeftByMessage(pair)
        ? `${fact} But if the worker has already stopped by the time that this thread takes the message, both come in one go, and then ${say.callback(pair.earlier)} runs only after \`exit\`. Whether that may happen is not in the record.`
        : fact;
    },
    source: 'workers',
    question: 'cluster-vs-workers',
  },
  {
    id: 'callback-first',
    title: 'A callback runs to completion before anything that it scheduled.',
    applies: ({ record, earlier, later }) => record.task(later).by === earlier,
    text: ({ record, earlier, later }, say) => {
      const isFromLoop = ['poll', 'close'].includes(record.callback(later).phase);
      return `${say.Callback(later)} was ${isFromLoop ? 'set off' : 'scheduled'} by ${say.callback(earlier)}, which ran to completion first.`;
    },
    source: 'runToCompletion',
    question: 'event-loop-phases',
  },
  {
    id: 'chain-waits',
    title: 'The reaction to a promise waits until the promise is settled.',
    applies: ({ record, earlier, later }) => {
      const { settledBy } = record.task(later);
      return settledBy !== undefined && settledBy === record.callback(earlier).task;
    },
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waited for a promise that ${say.callback(earlier)} settled. It was put into the microtask queue only then.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'one-led-to-the-other',
    title: 'What a callback sets off comes after it.',
    applies: ({ record, earlier, later }) => record.isCauseOf(earlier, later),
    text: ({ record, earlier, later }, say) =>
      record.setOff(earlier, later)
        ? `${say.Callback(later)} goes back to ${say.callback(earlier)}, which set it off, directly or through other callbacks.`
        : `${say.Callback(earlier)} and ${say.callback(later)} go back to two events of one source, such as a socket, a stream or a port. It delivers what it receives piece by piece, in order.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
];

/** Both belong to one handle: a socket, a pipe, a port, a process. */
function sameSource({ record, first, second }: Pair): boolean {
  const { source } = record.task(first);
  return first !== second && source !== undefined && source === record.task(second).source;
}

/** Whether the earlier line was printed by what a message left in a queue, not by the message itself. */
const isLeftByMessage = ({ record, earlier, first }: Pair): boolean =>
  record.outermost(earlier) !== first;

/** Whether every run sends in this order what one source delivers, as far as the program itself sends it. */
function sentInOrder({ record, earlier, later, certaintyOf }: Pair): Certainty {
  const [one, other] = [record.task(earlier), record.task(later)];
  // Messages are tasks of their own, of whoever posted them.
  if (one.id !== other.id && one.by !== undefined && other.by !== undefined) {
    return one.queuedAt === undefined ? 'certain' : certaintyOf(one.by, other.by);
  }
  // Who answers what was read first sends later in any case.
  const senders = (record.callback(later).senders ?? []).filter(
    (sender) => sender < later && sender !== earlier && !record.isCauseOf(earlier, sender),
  );
  const found = senders
    .slice(1)
    .map((sender, index) => certaintyOf(senders[index] ?? sender, sender));
  return found.find((certainty) => certainty !== 'certain') ?? 'certain';
}

/** Whether the earlier one was called for the connection from which the later one reads. */
const isConnected = ({ record, earlier, later }: Pair): boolean =>
  record.task(later).connecting === record.callback(earlier).task;

const bothPoll = ({ record, earlier, later }: Pair): boolean =>
  record.callback(earlier).phase === 'poll' && record.callback(later).phase === 'poll';

function sameTask({ record, earlier, later }: Pair): boolean {
  return record.callback(earlier).task === record.callback(later).task;
}

/** Whether code of a file that is not shown scheduled it, as far as a missing place tells. */
const isOfAnotherFile = (record: Pair['record'], index: number): boolean =>
  record.task(index).site === undefined && record.trace.entry === 'mjs';

/** A handle is called when something happens; that it was made long before schedules nothing. */
const isCalledFromOutside = (record: Pair['record'], index: number): boolean => {
  const { source, queuedAt } = record.task(index);
  return record.callback(index).phase === 'poll' && source !== undefined && queuedAt === undefined;
};

/** What an `await` does, or a `yield` or `return` that awaits. */
const paused = (record: Pair['record'], later: number): string =>
  record.task(later).awaits !== undefined
    ? 'awaits and so paused the async generator'
    : `paused the ${record.trace.entry === 'mjs' ? 'function or module' : 'function'}`;

/** The main code is over, or lets others run. */
const untilWhen = ({ trace }: Pair['record']): string =>
  trace.entry === 'mjs' ? 'had finished or paused at a top-level `await`' : 'had finished';

const ms = (value: number): string => `${Math.round(value)} ms`;
