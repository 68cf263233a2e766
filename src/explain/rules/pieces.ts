import { readingOf } from '../pieces.ts';
import type { Rule } from '../rule.ts';

/** The order of two lines follows from how much of what was sent one read took in this run. */
export const pieceRules: readonly Rule[] = [
  {
    id: 'one-read-or-several',
    title: 'What is sent in pieces may be read in one go or in several.',
    applies: (pair) => readingOf(pair) !== undefined,
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) =>
      readingOf(pair) === 'apart'
        ? `In this run, two reads led to these lines, and ${say.callback(pair.earlier)} ran when the queues were emptied between them. But one read can also take all that was sent by then, and everything in it is handled before the queues are emptied. How much each read takes is not in the record, so another run may show the other order.`
        : `In this run, one read led to both lines. But what it took can also come in several reads: then the queues are emptied in between and the event loop may go on, so ${say.callback(pair.later)} may run before the first line is printed. How much each read takes is not in the record, so another run may show the other order.`,
    source: 'loop',
    question: 'stream-types',
  },
];
