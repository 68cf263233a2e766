import type { Pair, Rule } from '../rule.ts';

/** Events of the process: its end, and rejections that nobody caught. */
export const endingRules: readonly Rule[] = [
  {
    id: 'exit-is-last',
    title: 'The `exit` handlers run last.',
    applies: (pair) => laterEvent(pair) === 'exit',
    text: ({ earlier }, say) =>
      `${say.Callback(earlier)} had already run when the process began to exit. \`exit\` is emitted once, at the very end, and only synchronous work is possible there.`,
    source: 'exit',
    question: 'event-loop-phases',
  },
  {
    id: 'before-exit-again',
    title: '`beforeExit` is emitted each time the event loop runs out of work.',
    applies: (pair) => laterEvent(pair) === 'beforeExit' && isEventOrItsWork(pair),
    text: () =>
      'What a `beforeExit` handler schedules keeps the process running. When that is done, the loop is empty again, and the event is emitted once more.',
    source: 'beforeExit',
    question: 'event-loop-phases',
  },
  {
    id: 'before-exit-when-empty',
    title: '`beforeExit` is emitted when the event loop has nothing left to do.',
    applies: (pair) => laterEvent(pair) === 'beforeExit',
    certainty: (pair) => (mayBeUnwaited(pair) ? 'unknown' : 'certain'),
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { record, earlier, first } = pair;
      if (mayBeUnwaited(pair) && pair.isFixed !== true) {
        return `${say.Callback(earlier)} came before that in this run. But the loop does not wait for what was given up with \`unref()\`, as the timer of \`AbortSignal.timeout\` always is, and the program uses such things. Where it waits for nothing else, \`beforeExit\` may come first in another run.`;
      }
      return first === 0 || record.isMicro(record.outermost(earlier))
        ? `${say.Callback(earlier)} ran before that: the code that runs and both queues come first, whether the loop has anything left to do or not.`
        : `As long as ${say.callback(earlier)} had not run, the loop was not empty.`;
    },
    source: 'beforeExit',
    question: 'event-loop-phases',
  },
  {
    id: 'rejections-in-order',
    title: 'Rejections are reported in the order in which they happened.',
    applies: (pair) => isReport(pair, pair.earlier) && isReport(pair, pair.later) && sameHost(pair),
    text: () =>
      'When both queues are empty, Node.js goes through two lists: first the promises that got a handler after they had been reported (`rejectionHandled`), then the rejected promises that still have none, each list in the order in which that happened.',
    source: 'rejection',
    question: 'unhandled-rejections',
  },
  {
    id: 'rejections-when-queues-are-empty',
    title:
      'Node.js looks for unhandled rejections when the nextTick queue and the microtask queue are empty.',
    applies: (pair) => isReport(pair, pair.later) && sameHost(pair),
    text: ({ earlier, later, record }, say) =>
      record.callback(later).event === 'rejectionHandled'
        ? `A promise that had been reported got a handler after all. Node.js reports that when both queues are empty, and ${say.callback(earlier)} ran before that.`
        : `A rejected promise may still get a handler before the loop continues, so Node.js waits until both queues are empty before it treats the rejection as unhandled. ${say.Callback(earlier)} ran before that.`,
    source: 'rejection',
    question: 'unhandled-rejections',
  },
];

/** The events that Node emits for rejections; one that no handler took ends the program. */
const reports: ReadonlySet<string | undefined> = new Set([
  'unhandledRejection',
  'rejectionHandled',
  'uncaughtException',
  'uncaughtExceptionMonitor',
]);

/** An `uncaughtException` in the nextTick phase came from a rejection. */
export function isReport({ record }: Pair, index: number): boolean {
  const outer = record.callback(record.outermost(index));
  return reports.has(outer.event) && outer.phase === 'nextTick';
}

const sameHost = ({ first, second }: Pair): boolean => first === second;

function laterEvent({ record, later }: Pair): string | undefined {
  const outer = record.outermost(later);
  return record.callback(later).event ?? record.callback(outer).event;
}

/** Whether the earlier one may go back to something for which the loop does not wait. */
function mayBeUnwaited({ record, first }: Pair): boolean {
  // Hardly anybody gives up an immediate.
  if (first === 0 || record.callback(first).phase === 'check') return false;
  return record.trace.unwaited === true || record.task(first).api === 'AbortSignal.timeout';
}

/** Whether the earlier one is such an event too, or something that one led to. */
function isEventOrItsWork({ record, earlier }: Pair): boolean {
  return record.trace.callbacks.some(
    ({ index, event }) =>
      event === 'beforeExit' &&
      index <= earlier &&
      (record.outermost(earlier) === index || record.isCauseOf(index, earlier)),
  );
}
