import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Events of the process: its end, and errors that nobody caught. */
export const endingRules: readonly Rule[] = [
  {
    id: 'exit-is-last',
    title: 'The `exit` handlers run when nothing else will run any more.',
    applies: (pair) => laterEvent(pair) === 'exit',
    text: ({ earlier }, say) =>
      `${say.Callback(earlier)} had already run when the process began to exit. \`exit\` is emitted once, at the very end, and only synchronous work is possible there.`,
    source: 'exit',
    question: 'event-loop-phases',
  },
  {
    id: 'before-exit-when-empty',
    title: '`beforeExit` is emitted when the event loop has nothing left to do.',
    applies: (pair) => laterEvent(pair) === 'beforeExit',
    text: ({ earlier }, say) =>
      `As long as ${say.callback(earlier)} was still to come, the loop was not empty. What a \`beforeExit\` handler schedules keeps the process alive once more.`,
    source: 'beforeExit',
    question: 'event-loop-phases',
  },
  {
    id: 'rejections-when-queues-are-empty',
    title: 'Node.js looks for unhandled rejections when ticks and promise jobs are done.',
    applies: (pair) => laterEvent(pair) === 'unhandledRejection',
    text: ({ earlier }, say) =>
      `A promise that is rejected may still get a handler in the same go, so \`unhandledRejection\` waits until both queues are empty. ${say.Callback(earlier)} came before that.`,
    source: 'rejection',
    question: 'unhandled-rejections',
  },
  {
    id: 'uncaught-at-once',
    title: 'An `uncaughtException` handler is called right where the error was not caught.',
    applies: (pair) => laterEvent(pair) === 'uncaughtException',
    text: ({ earlier }, say) =>
      `${say.Callback(earlier)} ran before the error left the code that threw it, and the handler was called at that moment.`,
    source: 'uncaught',
    question: 'unhandled-rejections',
  },
];

function laterEvent({ record, later }: Pair): string | undefined {
  const outer = record.outermost(later);
  return record.callback(later).event ?? record.callback(outer).event;
}
