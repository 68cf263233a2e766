import type { Phase } from '../../trace/model.ts';
import { closeMs, drained, due } from '../clock.ts';
import { madeInOrderOrTogether, originHostIs, phasesAre, wasMadeLater } from '../loop-pairs.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

const immediateFirst = (pair: Pair) => phasesAre(pair, 'check', 'timers');
const timerFirst = (pair: Pair) => phasesAre(pair, 'timers', 'check');

/** One is an immediate, the other a timer. */
export const immediateAndTimerRules: readonly Rule[] = [
  {
    id: 'immediate-before-timer-after-io',
    title: 'In an I/O callback the immediate always comes before the timer.',
    applies: (pair) => immediateFirst(pair) && originHostIs(pair, 'poll'),
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) =>
      `${say.Callback(record.origin(second))} belongs to an I/O callback, which runs in the poll phase. The check phase with ${say.callback(first)} is next, and the timers with ${say.callback(second)} come after it.`,
    source: 'immediateOrTimeout',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'immediate-before-new-timer',
    title:
      'A timer that is made in the timers phase waits for the next one; the check phase comes before it.',
    applies: (pair) => immediateFirst(pair) && originHostIs(pair, 'timers'),
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) =>
      `${say.Callback(second)} was planned in the timers phase, during ${say.callback(record.origin(second))}. The loop goes on to the poll phase and the check phase first, and there ${say.callback(first)} was waiting.`,
    source: 'eventLoop',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'check-phase-goes-on',
    title: 'The check phase runs all its immediates before the loop gets to the timers.',
    applies: (pair) => immediateFirst(pair) && madeInSameCheckPhase(pair),
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) =>
      `${say.Callback(second)} was made by ${say.callback(record.origin(second))}, in the check phase. ${say.Callback(first)} was waiting in that same phase already.`,
    source: 'immediate',
    question: 'event-loop-phases',
  },
  {
    id: 'timer-is-not-due',
    title: 'A timer waits for its delay; the loop does not wait for it.',
    applies: (pair) =>
      immediateFirst(pair) &&
      due(pair.record, pair.second) - pair.record.callback(pair.first).startedMs >= closeMs,
    byClock: true,
    text: ({ record, first, second }, say) =>
      `${say.Callback(first)} ran ${Math.round(record.callback(first).startedMs)} ms after the start, when ${say.callback(second)} was far from being due.`,
    source: 'immediate',
    question: 'scheduling-apis',
  },
  {
    id: 'due-timer-first',
    title: 'A timer that is already due when the loop goes on comes before the other phases.',
    applies: (pair) => overdue(pair) >= closeMs,
    // A slow machine takes that long for a short script; only work does for much longer.
    certainty: (pair) => (overdue(pair) >= workMs ? 'certain' : 'race'),
    byClock: true,
    text: ({ first, second, record }, say) =>
      `When ${say.callback(record.host(record.origin(first)))} and its queues were done, ${say.callback(first)} had been due for a while. The loop goes to the timers first, so ${say.callback(second)} came after it. In a run in which it is not due by then, it has to wait.`,
    source: 'eventLoop',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'timeout-or-immediate',
    title: 'Outside of I/O callbacks a short timer and an immediate race.',
    applies: (pair) => immediateFirst(pair) || (timerFirst(pair) && !wasMadeLater(pair)),
    certainty: () => 'race',
    text: ({ record, first, second }, say) => {
      const timer = record.callback(first).phase === 'timers' ? first : second;
      return `It depends on the clock: if ${say.callback(timer)} is due when the loop gets to its timers, it is first; if not, the check phase with ${say.callback(timer === first ? second : first)} comes before it. Another run may show the other order.`;
    },
    source: 'immediateOrTimeout',
    question: 'predict-timeout-immediate',
  },
];

function madeInSameCheckPhase(pair: Pair): boolean {
  const { record, first, second } = pair;
  const host = record.host(record.origin(second));
  return originHostIs(pair, 'check') && record.callback(host).turn === record.callback(first).turn;
}

/** Milliseconds that the timer had been due. From the script, the check phase and the close callbacks the loop goes on to the timers. */
function overdue({ record, first, second }: Pair): number {
  const host = record.host(record.origin(first));
  const { phase } = record.callback(host);
  if (record.callback(first).phase !== 'timers' || !beforeTimers.has(phase)) return 0;
  if (record.callback(second).phase === 'timers') return 0;
  return drained(record, host) - due(record, first);
}

const workMs = 100;

const beforeTimers: ReadonlySet<Phase> = new Set<Phase>(['main', 'check', 'close']);
