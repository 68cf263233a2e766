import { closeMs, computedSince, due } from '../clock.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Milliseconds of computing that are called work, in a text about a timer that had to wait. */
const workMs = 5;

/** The later callback would not be there without the earlier one. */
export const causeRules: readonly Rule[] = [
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
        endedMs > due(record, later) + closeMs &&
        (record.task(later).scheduledCpuMs === undefined ||
          computedSince(record, later, record.host(earlier)) >= workMs)
      );
    },
    text: ({ record, earlier, later }, say) =>
      `${say.Callback(later)} was due ${ms(due(record, later))} after the start, but ${say.callback(earlier)} kept the main thread busy until ${ms(record.callback(earlier).endedMs ?? 0)}. Timers cannot interrupt running code.`,
    source: 'dontBlock',
    question: 'blocking-the-loop',
  },
  {
    id: 'await-lets-go',
    title: 'What follows an `await` is a job of its own, even if there is nothing to wait for.',
    applies: ({ record, earlier, later }) =>
      record.task(later).api === 'await' && record.task(later).by === earlier,
    text: ({ earlier, later }, say) =>
      `The \`await\` in ${say.line(later)} let go of its function, and ${say.callback(earlier)} ran to its end first. What follows the \`await\` is a promise job and waited in the queue.`,
    source: 'await',
    question: 'promises-and-the-loop',
  },
  {
    id: 'script-first',
    title: 'The script runs to its end before anything that it scheduled.',
    applies: ({ record, earlier }) => record.outermost(earlier) === 0,
    text: ({ record, later }, say) => {
      const { by } = record.task(later);
      if (record.callback(later).outside === true) {
        return `The script runs before everything else, in one go. ${say.Callback(later)} could not come before its end.`;
      }
      if (by !== 0) {
        return `The script runs before everything else, in one go. ${say.Callback(later)} was only scheduled after that.`;
      }
      const delay = record.callback(later).phase === 'timers' ? ', however short its delay' : '';
      return `${say.Callback(later)} was only scheduled while the main script ran. It could not start before the last line of the script was through${delay}.`;
    },
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'interval-again',
    title: 'An interval calls its function again and again, never twice at once.',
    applies: (pair) => sameTask(pair) && pair.record.callback(pair.later).phase === 'timers',
    text: ({ later }, say) =>
      `Both lines were printed by calls of ${say.thing(later)}. The next call is planned only when the one before begins, so they always come one after the other.`,
    source: 'interval',
    question: 'scheduling-apis',
  },
  {
    id: 'closes-last',
    title: 'The close callback of a handle is the last one that it calls.',
    applies: (pair) => sameSource(pair) && pair.record.callback(pair.second).phase === 'close',
    text: ({ first, second }, say) =>
      `${say.Callback(first)} and ${say.callback(second)} belong to the same socket, pipe or other handle. Closing it is finished in the close phase, and nothing else is called for it after that.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'same-source-in-order',
    title: 'Events of one source arrive in the order in which they happened.',
    applies: (pair) => sameTask(pair) || (sameSource(pair) && bothPoll(pair)),
    text: ({ later }, say) =>
      `Both lines were printed by calls of ${say.thing(later)}. One socket, stream or port hands over what it received piece by piece, in order.`,
    source: 'loop',
    question: 'stream-types',
  },
  {
    id: 'callback-first',
    title: 'A callback runs to its end before anything that it scheduled.',
    applies: ({ record, earlier, later }) => record.task(later).by === earlier,
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} was scheduled by ${say.callback(earlier)}, which ran to its end first.`,
    source: 'runToCompletion',
    question: 'event-loop-phases',
  },
  {
    id: 'chain-waits',
    title: 'A promise job waits until its promise is settled.',
    applies: ({ record, earlier, later }) => {
      const { settledBy } = record.task(later);
      return settledBy !== undefined && settledBy === record.callback(earlier).task;
    },
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waited for a promise that ${say.callback(earlier)} settled. It was put into the queue only then.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'one-led-to-the-other',
    title: 'What a callback sets going comes after it.',
    applies: ({ record, earlier, later }) => record.led(earlier, later),
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} came about because of ${say.callback(earlier)}: step by step, one led to the other.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
];

/** Both belong to one handle: a socket, a pipe, a port, a process. */
function sameSource({ record, first, second }: Pair): boolean {
  const { source } = record.task(first);
  return first !== second && source !== undefined && source === record.task(second).source;
}

const bothPoll = ({ record, earlier, later }: Pair): boolean =>
  record.callback(earlier).phase === 'poll' && record.callback(later).phase === 'poll';

function sameTask({ record, earlier, later }: Pair): boolean {
  return record.callback(earlier).task === record.callback(later).task;
}

const ms = (value: number): string => `${Math.round(value)} ms`;
