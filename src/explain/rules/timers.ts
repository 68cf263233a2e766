import { closeMs, due } from '../clock.ts';
import { madeInOrder, phasesAre, repeats, sameDelay } from '../loop-pairs.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

const timers = (pair: Pair) => phasesAre(pair, 'timers', 'timers');

/** Both are timers. */
export const timerRules: readonly Rule[] = [
  {
    id: 'same-delay-in-order',
    title: 'Timers with the same delay run in the order in which they were made.',
    applies: (pair) => timers(pair) && sameDelay(pair) && !repeats(pair),
    certainty: madeInOrder,
    text: ({ first, second, record }, say) =>
      `Both have a delay of ${record.task(first).delayMs ?? 1} ms, and ${say.callback(first)} was made before ${say.callback(second)}. A delay of 0 counts as 1 ms.`,
    source: 'timers',
    question: 'scheduling-apis',
  },
  {
    id: 'same-delay-together',
    title: 'Late timers with the same delay run together, before the timers of another delay.',
    applies: (pair) => timers(pair) && ranWithItsList(pair),
    text: ({ first, second, record }, say) =>
      `${say.Callback(second)} was due earlier, but both were late. Node.js keeps the timers of each delay in a list of their own: when it runs the list of ${record.task(first).delayMs} ms, it takes all of it that is due, and ${say.callback(first)} was in it.`,
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'earlier-deadline',
    title: 'The timer that is due earlier runs earlier.',
    applies: (pair) => timers(pair) && isDueBefore(pair),
    byClock: true,
    text: ({ first, second, record }, say) =>
      `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. Which one was made first does not matter.`,
    source: 'timers',
    question: 'event-loop-phases',
  },
  {
    id: 'close-deadlines',
    title: 'Timers that are due at nearly the same time race.',
    applies: timers,
    certainty: () => 'race',
    text: ({ first, second, record }, say) =>
      `${say.Callback(first)} was due ${Math.round(due(record, first))} ms after the start, ${say.callback(second)} ${Math.round(due(record, second))} ms after it. That is too close: how busy the machine is decides, so another run may show the other order.`,
    source: 'timers',
    question: 'event-loop-phases',
  },
];

function isDueBefore({ record, first, second }: Pair): boolean {
  const gap = due(record, second) - due(record, first);
  if (gap >= closeMs) return true;
  // From one callback, and made first with the shorter delay: no clock can turn that around.
  const [one, other] = [record.task(first), record.task(second)];
  const together = record.origin(first) === record.origin(second);
  return (
    together && one.scheduledAt < other.scheduledAt && (one.delayMs ?? 1) <= (other.delayMs ?? 1)
  );
}

/** Whether a timer of the same delay, due before the second one, brought the first one along. */
function ranWithItsList({ record, first, second }: Pair): boolean {
  if (due(record, first) <= due(record, second)) return false;
  const { delayMs } = record.task(first);
  const { turn } = record.callback(first);
  return record.trace.callbacks.some(
    ({ index, phase, turn: other }) =>
      index < first &&
      phase === 'timers' &&
      other === turn &&
      record.task(index).delayMs === delayMs &&
      due(record, index) <= due(record, second),
  );
}
