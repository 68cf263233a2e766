import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Both lines were printed in one go: nothing can come between. */
export const oneGoRules: readonly Rule[] = [
  {
    id: 'exit-code-last',
    title: 'The exit code is known when everything else is over.',
    applies: ({ lines }) => lines?.later.stream === 'exit',
    text: () => 'The process ended here, and its exit code is the last thing there is to tell.',
    source: 'exitCodes',
    question: 'unhandled-rejections',
  },
  {
    id: 'error-is-told-last',
    title: 'The error that ends the program is printed after the `exit` handlers have run.',
    applies: ({ record, earlier, lines }) =>
      lines?.later.stream === 'uncaught' && record.callback(earlier).event === 'exit',
    text: () =>
      'The error came first, but before Node.js prints it and ends the process it emits `exit`, so what the handlers print stands above it.',
    source: 'exit',
    question: 'unhandled-rejections',
  },
  {
    id: 'error-ends-the-program',
    title: 'An error that nobody catches ends the program.',
    applies: (pair) => pair.lines?.later.stream === 'uncaught' && inOneGo(pair),
    text: ({ earlier }, say) =>
      `After ${say.callback(earlier)} had printed its line, there was an error that nothing caught. One that is thrown ends the program at once; for a rejected promise Node.js looks for a handler when the ticks and promise jobs are done.`,
    source: 'uncaught',
    question: 'unhandled-rejections',
  },
  {
    id: 'called-at-once',
    title: 'A function that is called runs at once, wherever its code stands.',
    applies: (pair) => {
      const [before, after] = [pair.lines?.earlier.site, pair.lines?.later.site];
      return (
        sameCallback(pair) &&
        before !== undefined &&
        after !== undefined &&
        after.line < before.line
      );
    },
    text: ({ earlier, lines }, say) =>
      `Line ${lines?.later.site?.line} stands above line ${lines?.earlier.site?.line} and still came after it, within ${say.callback(earlier)}: it belongs to a function that was called then, or to a loop that went round. Calls are synchronous, and so are the listeners that \`emit\` calls, the executor of a promise and the callbacks of \`forEach\`.`,
    source: 'emit',
    question: 'event-emitter',
  },
  {
    id: 'one-after-the-other',
    title: 'Code runs line by line, and nothing interrupts it.',
    applies: sameCallback,
    text: ({ earlier }, say) =>
      `Both lines were printed by ${say.callback(earlier)}, in one go. No timer, tick or promise job can come between.`,
    source: 'runToCompletion',
    question: 'single-threaded',
  },
  {
    id: 'called-inside',
    title: 'What is called inside a callback is part of it.',
    applies: inOneGo,
    text: ({ earlier, later, record }, say) => {
      const inner = record.outermost(earlier) === earlier ? later : earlier;
      return `${say.Callback(inner)} was called synchronously, while the code around it waited for it to return.`;
    },
    source: 'emit',
    question: 'event-emitter',
  },
];

function sameCallback({ earlier, later }: Pair): boolean {
  return earlier === later;
}

function inOneGo({ record, earlier, later }: Pair): boolean {
  return record.outermost(earlier) === record.outermost(later);
}
