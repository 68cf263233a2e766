import type { Phase } from '../../trace/model.ts';
import {
  busyEnough,
  deadline,
  drained,
  due,
  heldUpMs,
  raceMs,
  sleptBetween,
  spentByAll,
  spentIn,
  spentSince,
  timingJitterMs,
} from '../clock.ts';
import {
  isPoolWork,
  madeInOrderOrTogether,
  originMacrotaskIs,
  phasesAre,
  wasMadeLater,
} from '../pair-predicates.ts';
import type { Certainty, Pair, Rule } from '../rule.ts';

const immediateFirst = (pair: Pair) => phasesAre(pair, 'check', 'timers');
const timerFirst = (pair: Pair) => phasesAre(pair, 'timers', 'check');

/** One is an immediate, the other a timer. */
export const immediateAndTimerRules: readonly Rule[] = [
  {
    id: 'immediate-before-timer-after-io',
    title: 'In an I/O callback, an immediate always comes before a new timer.',
    applies: (pair) =>
      immediateFirst(pair) &&
      (isMadeByBody(pair) || (originMacrotaskIs(pair, 'poll') && inTurnOfMaking(pair))),
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) => {
      const origin = record.origin(second);
      const next = `The check phase comes next, with ${say.callback(first)}, and the timers phase, with ${say.callback(second)}, comes after it.`;
      return record.macrotask(origin) === 0
        ? `Node.js 20 runs the body of an ES module in the poll phase, when it has read the file. ${next}`
        : `${say.Callback(origin)} ran during the poll phase. ${next}`;
    },
    source: 'immediateOrTimeout',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'immediate-before-new-timer',
    title:
      'A timer that is made in the timers phase waits for the next one; the check phase comes before it.',
    applies: (pair) =>
      immediateFirst(pair) &&
      originMacrotaskIs(pair, 'timers') &&
      inTurnOfMaking(pair) &&
      madeInOrderOrTogether(pair) !== 'race',
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) =>
      `${say.Callback(second)} was scheduled in the timers phase, during ${say.callback(record.origin(second))}. The loop first moves on to the poll phase and the check phase, where ${say.callback(first)} was waiting.`,
    source: 'eventLoop',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'check-phase-goes-on',
    title: 'The check phase runs all its immediates before the loop gets to the timers.',
    applies: (pair) => immediateFirst(pair) && madeInSameCheckPhase(pair),
    certainty: madeInOrderOrTogether,
    text: ({ record, first, second }, say) =>
      `${say.Callback(second)} was scheduled by ${say.callback(record.origin(second))}, in the check phase. ${say.Callback(first)} was already waiting in that same phase.`,
    source: 'immediate',
    question: 'event-loop-phases',
  },
  {
    id: 'timer-is-not-due',
    title: 'A timer waits for its delay; the loop does not wait for it.',
    applies: (pair) =>
      immediateFirst(pair) &&
      (waitsFor(pair) > raceMs || deadline(pair.record, pair.second).ms >= timingJitterMs),
    certainty: (pair) => (isFarOff(pair) ? 'certain' : 'unknown'),
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { record, second, first } = pair;
      const doubt = pair.isFixed === true || isFarOff(pair) ? '' : ` ${busyEnough}`;
      return `${say.Callback(second)} waits for at least ${record.task(second).delayMs ?? 1} ms. The loop does not wait for it: ${say.callback(first)} ran in the next check phase, before that time had passed.${doubt}`;
    },
    source: 'immediate',
    question: 'scheduling-apis',
  },
  {
    id: 'due-timer-first',
    title: 'A timer that is already due when the loop continues comes before the other phases.',
    applies: (pair) =>
      spent(pair) >= maybeMs ||
      sleptThrough(pair) ||
      overdue(pair) >= timingJitterMs ||
      mayHaveWaited(pair) ||
      isLateTimer(pair),
    certainty: certaintyOfDue,
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { first, second } = pair;
      const isSure = pair.isFixed === true || certaintyOfDue(pair) === 'certain';
      const doubt = isSure
        ? ''
        : ' In a run in which the timer is not due by then, the order may be the other one.';
      return `When ${say.callback(dueAfter(pair))} and the queues after it were done, ${say.callback(first)} was already due. The loop runs due timers first, so ${say.callback(second)} came after it.${doubt}`;
    },
    source: 'eventLoop',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'immediate-made-after-timer',
    title: 'An immediate runs after what ran before the callback that scheduled it.',
    applies: (pair) => timerFirst(pair) && wasMadeLater(pair),
    certainty: certaintyOfMadeLater,
    saysDoubt: true,
    text: (pair, say) => {
      const { record, first, second } = pair;
      const origin = record.origin(second);
      const doubt = {
        certain: '',
        race: ' In a run in which the timer is due only later, the order may be the other one.',
        unknown: ' Whether the timer can be due so late that it comes last is not in the record.',
      }[pair.isFixed === true ? 'certain' : certaintyOfMadeLater(pair)];
      return `${say.Callback(second)} was scheduled by ${say.callback(origin)}, which ran only after ${say.callback(first)}.${doubt}`;
    },
    source: 'immediate',
    question: 'scheduling-apis',
  },
  {
    id: 'timeout-or-immediate',
    title: 'Outside of I/O callbacks a short timer and an immediate race.',
    applies: (pair) => immediateFirst(pair) || (timerFirst(pair) && !wasMadeLater(pair)),
    certainty: () => 'race',
    saysDoubt: true,
    text: ({ record, first, second }, say) => {
      const timer = record.callback(first).phase === 'timers' ? first : second;
      return `It depends on the clock: if ${say.callback(timer)} is due when the loop looks at its timers, it runs first; if not, the check phase with ${say.callback(timer === first ? second : first)} comes before it. Another run may show the other order.`;
    },
    source: 'immediateOrTimeout',
    question: 'predict-timeout-immediate',
  },
];

function madeInSameCheckPhase(pair: Pair): boolean {
  const { record, first, second } = pair;
  const macrotask = record.macrotask(record.origin(second));
  return (
    originMacrotaskIs(pair, 'check') &&
    record.callback(macrotask).turn === record.callback(first).turn
  );
}

/** Whether the body of a module made the timer, in the poll phase, and the immediate ran in the check phase right after it. */
function isMadeByBody({ record, first, second }: Pair): boolean {
  const isOfBody = record.macrotask(record.origin(second)) === 0;
  return isOfBody && record.trace.beganInPoll === true && record.callback(first).turn === 1;
}

/** Whether the immediate ran in the turn of the loop in which the timer was made. */
function inTurnOfMaking({ record, first, second }: Pair): boolean {
  const macrotask = record.callback(record.macrotask(record.origin(second)));
  return macrotask.turn === record.callback(first).turn;
}

/** By the delays alone: when an immediate is made by something else, nobody knows how long that took. */
function isFarOff({ record, first, second }: Pair): boolean {
  const { root, ms } = deadline(record, second);
  return root === record.macrotask(record.origin(first)) && ms - spentByAll(record) >= heldUpMs;
}

/** Milliseconds from what made the immediate to the timer's deadline, by the delays alone. */
function waitsFor({ record, first, second }: Pair): number {
  const timer = deadline(record, second);
  if (timer.root === record.macrotask(record.origin(first))) return timer.ms;
  return due(record, second) - record.callback(first).startedMs;
}

/** Whether a timer comes first, to which the loop went on from the script, the check phase or a close callback. */
function isTimerFirst({ record, first, second }: Pair): boolean {
  const macrotask = record.macrotask(record.origin(first));
  return (
    record.callback(first).phase === 'timers' &&
    (record.callback(second).phase === 'check' || isPoolWork(record, second)) &&
    beforeTimers.has(record.callback(macrotask).phase)
  );
}

/** Milliseconds that the timer had been due when the loop went on. */
function overdue(pair: Pair): number {
  const { record, first } = pair;
  if (!isTimerFirst(pair)) return 0;
  return drained(record, record.macrotask(record.origin(first))) - due(record, first);
}

/** The same, by what the program computed and slept; the machine's own delays are left out. */
function spent(pair: Pair): number {
  const { record, first } = pair;
  if (!isTimerFirst(pair)) return 0;
  const macrotask = record.macrotask(record.origin(first));
  const sinceMade = Math.max(spentSince(record, first, macrotask), spentByMaker(pair));
  return sinceMade - (record.task(first).delayMs ?? 1);
}

/**
 * Milliseconds that the maker of the second one spent, if it began when the timer was there: the timer was due by its
 * end, whether it had run before or not.
 */
function spentByMaker({ record, first, second }: Pair): number {
  const maker = record.macrotask(record.origin(second));
  const isAfter = maker > record.macrotask(record.origin(first)) && maker < first;
  return isAfter && beforeTimers.has(record.callback(maker).phase) ? spentIn(record, maker) : 0;
}

/** The callback after which the timer was certain to be due, if anything tells so. */
function dueAfter(pair: Pair): number {
  const { record, first, second } = pair;
  const { delayMs = 1 } = record.task(first);
  const byMaker = spentByMaker(pair) - delayMs >= maybeMs;
  return record.macrotask(record.origin(byMaker ? second : first));
}

/** As certain as that the maker comes after the timer; but what may turn with the maker may still come before its immediate. */
function certaintyOfMadeLater(pair: Pair): Certainty {
  const { record, earlier, second } = pair;
  const origin = record.origin(second);
  const certainty = pair.certaintyOf(earlier, origin);
  if (certainty !== 'race') return certainty;
  // With the maker first, the timers phase comes in between, and who spent time there made the timer due.
  const maker = record.macrotask(origin);
  const mayBeDue = record.trace.mayWait === true || spentIn(record, maker) >= maybeMs;
  return mayBeDue ? 'unknown' : 'race';
}

/** Whether the program slept for the whole delay before the loop went on. */
function sleptThrough(pair: Pair): boolean {
  const { record, first } = pair;
  if (!isTimerFirst(pair)) return false;
  const { scheduledAt, delayMs = 1 } = record.task(first);
  const macrotask = record.macrotask(record.origin(first));
  return sleptBetween(record, scheduledAt, record.callback(macrotask).to) >= delayMs;
}

function certaintyOfDue(pair: Pair): Certainty {
  if (spent(pair) >= sureMs || sleptThrough(pair)) return 'certain';
  return spent(pair) >= maybeMs || mayHaveWaited(pair) ? 'unknown' : 'race';
}

/** Whether the program itself may have let that time pass, without computing much. */
const mayHaveWaited = (pair: Pair): boolean =>
  pair.record.trace.mayWait === true && overdue(pair) >= sureMs;

/** More than a script takes that does nothing which takes time, on a slow machine too. */
const sureMs = 5;
/** More than a short script takes on an idle machine. */
const maybeMs = 1.5;

/** A timer with a delay that is not short came first: this run was held up. */
const isLateTimer = (pair: Pair): boolean =>
  isTimerFirst(pair) && overdue(pair) > 0 && (pair.record.task(pair.first).delayMs ?? 1) > raceMs;

const beforeTimers: ReadonlySet<Phase> = new Set<Phase>(['main', 'check', 'close']);
