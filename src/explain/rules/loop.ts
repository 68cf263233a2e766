import {
  isAfterFirst,
  madeInOrder,
  phasesAre,
  samePhase,
  sameTimers,
  sameTurn,
} from '../pair-predicates.ts';
import type { Pair, Rule } from '../rule.ts';
import { anyCloseRules, closeRules } from './closing.ts';
import { immediateAndTimerRules } from './immediates-and-timers.ts';
import { ioRules } from './io.ts';
import { timerRules } from './timers.ts';

/** They belong to different callbacks of the event loop, `first` and `second`. */
const rulesOfTwo: readonly Rule[] = [
  {
    id: 'queues-before-the-loop',
    title: 'Ticks and microtasks of the script run before the event loop continues.',
    applies: ({ first, second }) => first === 0 && second !== 0,
    text: ({ earlier, second }, say) =>
      `${say.Callback(earlier)} ran while the queues were emptied right after ${say.callback(0)}. ${say.Callback(second)} is called by the event loop, which continues only when both queues are empty.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  {
    id: 'queues-between-callbacks',
    title: 'Ticks and microtasks run after every single callback, before the loop continues.',
    applies: (pair) =>
      isAfterFirst(pair) &&
      pair.first !== pair.second &&
      (hasToWait(pair) || samePhase(pair) || sameTimers(pair)),
    certainty: (pair) =>
      hasToWait(pair) && !pair.record.isCauseOf(pair.first, pair.second)
        ? 'certain'
        : pair.certaintyOf(pair.first, pair.second),
    saysDoubt: true,
    text: (pair, say) => {
      const { earlier, first, second } = pair;
      return `${say.Callback(earlier)} ran when the queues were emptied after ${say.callback(first)}. The loop continues only when both queues are empty, so ${say.callback(second)} had to wait.${order(pair)}`;
    },
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
  ...timerRules,
  ...immediateAndTimerRules,
  {
    id: 'immediates-in-order',
    title: 'Immediates run in the order in which they were scheduled.',
    applies: (pair) => phasesAre(pair, 'check', 'check') && sameTurn(pair),
    certainty: madeInOrder,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} was scheduled before ${say.callback(second)}, and the check phase runs all immediates that were there when it began.`,
    source: 'immediate',
    question: 'scheduling-apis',
  },
  {
    id: 'immediate-next-turn',
    title: 'An immediate that is scheduled in the check phase waits for the next turn of the loop.',
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

/** Nothing that the loop called is compared with itself. */
export const loopRules: readonly Rule[] = rulesOfTwo.map((rule) => ({
  ...rule,
  applies: (pair) => pair.first !== pair.second && rule.applies(pair),
}));

/** Whether the second one goes back to the callback that the queues were emptied after. */
function hasToWait({ record, earlier, first, second }: Pair): boolean {
  if (record.isCauseOf(first, second)) return true;
  // An HTTP parser calls back several times before the queues are emptied: whose tick is it?
  let at = record.outermost(earlier);
  while (record.callback(at).phase === 'nextTick') at = Math.min(record.task(at).by ?? 0, at - 1);
  return at !== 0 && !record.isMicro(at) && record.isCauseOf(record.outermost(at), second);
}

/** The queues are certain to be emptied in between; which of the two callbacks is first may not be. */
const order = (pair: Pair): string =>
  (hasToWait(pair) && !pair.record.isCauseOf(pair.first, pair.second)) ||
  pair.certaintyOf(pair.first, pair.second) === 'certain'
    ? ''
    : pair.certaintyOf(pair.first, pair.second) === 'race'
      ? ' Which of these two callbacks of the loop comes first may differ in another run.'
      : ' Whether these two callbacks of the loop can come the other way around is not in the record.';
