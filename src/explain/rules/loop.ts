import {
  isAfterFirst,
  madeInOrder,
  phasesAre,
  samePhase,
  sameTimers,
  sameTurn,
} from '../loop-pairs.ts';
import type { Rule } from '../rule.ts';
import { anyCloseRules, closeRules } from './closing.ts';
import { immediateAndTimerRules } from './immediates-and-timers.ts';
import { ioRules } from './io.ts';
import { timerRules } from './timers.ts';

/** They belong to different callbacks of the event loop, `first` and `second`. */
export const loopRules: readonly Rule[] = [
  {
    id: 'queues-before-the-loop',
    title: 'Ticks and promise jobs of the script are done before the event loop begins.',
    applies: ({ first, second }) => first === 0 && second !== 0,
    text: ({ earlier, second }, say) =>
      `${say.Callback(earlier)} ran while the queues were emptied right after the script. ${say.Callback(second)} is called by the event loop, which starts only then.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'queues-between-callbacks',
    title: 'Ticks and promise jobs are done after every single callback, before the loop goes on.',
    applies: (pair) =>
      isAfterFirst(pair) &&
      pair.first !== pair.second &&
      (pair.record.led(pair.first, pair.second) || samePhase(pair) || sameTimers(pair)),
    certainty: ({ record, first, second, certaintyOf }) =>
      record.led(first, second) ? 'certain' : certaintyOf(first, second),
    text: ({ earlier, first, second }, say) =>
      `${say.Callback(earlier)} ran when the queues were emptied after ${say.callback(first)}. The loop goes on only when both queues are empty, so ${say.callback(second)} had to wait.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  ...timerRules,
  ...immediateAndTimerRules,
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
  ...closeRules,
  ...ioRules,
  ...anyCloseRules,
];
