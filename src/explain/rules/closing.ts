import {
  madeInOrderOrTogether,
  originMacrotaskIs,
  phasesAre,
  sameTurn,
} from '../pair-predicates.ts';
import type { Phase } from '../../trace/model.ts';
import type { Pair, Rule } from '../rule.ts';

/** One is a close callback, the other something of another phase, or both are. */
export const closeRules: readonly Rule[] = [
  {
    id: 'close-is-last-in-a-turn',
    title: 'Close callbacks come at the end of a turn, after the check phase.',
    applies: (pair) => phasesAre(pair, 'check', 'close') && sameTurn(pair),
    certainty: madeInOrderOrTogether,
    text: ({ first, second }, say) =>
      `Both were waiting in the same turn of the loop: ${say.callback(first)} for the check phase, ${say.callback(second)} for the close callbacks, which are the last phase.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'last-closed-first',
    title: 'Of handles that begin to close in the same turn, the last one is called back first.',
    applies: (pair) => phasesAre(pair, 'close', 'close') && sameTurn(pair) && isTurned(pair),
    // Two that close them need not be called in one turn in every run.
    certainty: ({ record, first, second, certaintyOf }) => {
      const [one, other] = [record.origin(second), record.origin(first)];
      return record.macrotask(one) === record.macrotask(other)
        ? certaintyOf(one, other)
        : 'unknown';
    },
    text: ({ first, second }, say) =>
      `libuv puts each handle that begins to close at the front of a list, and goes through it in the close phase. ${say.Callback(first)} belongs to the handle that began to close after that of ${say.callback(second)}.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'close-before-next-timers',
    title:
      'Close callbacks still belong to this turn; a new timer waits for the next timers phase.',
    applies: (pair) =>
      phasesAre(pair, 'close', 'timers') &&
      originMacrotaskIs(pair, 'poll', 'check', 'close') &&
      originTurn(pair) === turn(pair),
    certainty: madeInOrderOrTogether,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} belongs to the end of the turn in which ${say.callback(second)} was scheduled. The loop looks at its timers again only after the close callbacks.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'close-before-next-check',
    title: 'Close callbacks still belong to this turn; a new immediate waits for the next one.',
    applies: (pair) =>
      phasesAre(pair, 'close', 'check') &&
      originMacrotaskIs(pair, 'check', 'close') &&
      originTurn(pair) === turn(pair),
    certainty: madeInOrderOrTogether,
    text: ({ first, second }, say) =>
      `${say.Callback(second)} was scheduled when the check phase of this turn had begun, so it waits for the next one. ${say.Callback(first)} is one of the close callbacks, with which this turn ends.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
  {
    id: 'close-before-next-poll',
    title: 'Close callbacks still belong to this turn; a new operation is seen in the next one.',
    applies: (pair) => phasesAre(pair, 'close', 'poll') && beganInTurn(pair),
    certainty: ({ record, first, second, certaintyOf }) =>
      record.macrotask(record.origin(first)) === record.macrotask(record.began(second))
        ? 'certain'
        : certaintyOf(record.origin(first), record.began(second)),
    text: ({ record, first, second }, say) =>
      `${say.Callback(record.began(second))} started what ${say.callback(second)} waits for in the same turn. However fast that is, the loop looks for it in its next poll phase, and ${say.callback(first)} comes before that.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
];

/** What is left when no other rule knows why a close callback came before or after I/O. */
export const anyCloseRules: readonly Rule[] = [
  {
    id: 'close-or-other',
    title: 'A handle closes when what it belongs to is over, and that may be early or late.',
    applies: (pair) => isClose(pair) && pair.first !== pair.second && isFromLoop(pair),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ first, second }, say) =>
      `${say.Callback(first)} came before ${say.callback(second)} in this run. When a handle closes also depends on the operating system, a process or the other end of a connection. The record does not show that, so it can't tell whether another run may show the other order.`,
    source: 'loop',
    question: 'event-loop-phases',
  },
];

const isClose = ({ record, first, second }: Pair): boolean =>
  record.callback(first).phase === 'close' || record.callback(second).phase === 'close';

const isFromLoop = ({ record, first, second }: Pair): boolean =>
  ioPhases.has(record.callback(first).phase) && ioPhases.has(record.callback(second).phase);

const ioPhases: ReadonlySet<Phase> = new Set<Phase>(['poll', 'close']);

const turn = ({ record, first }: Pair): number => record.callback(first).turn;

const originTurn = ({ record, second }: Pair): number =>
  record.callback(record.macrotask(record.origin(second))).turn;

/** Whether the operation of the second was started in that turn, when it had begun to poll. */
function beganInTurn({ record, first, second }: Pair): boolean {
  const macrotask = record.callback(record.macrotask(record.began(second)));
  return macrotask.turn === record.callback(first).turn && fromPollOn.has(macrotask.phase);
}

const fromPollOn: ReadonlySet<Phase> = new Set<Phase>(['poll', 'check', 'close']);

/** Whether the handle of the first began to close after that of the second. */
function isTurned({ record, first, second }: Pair): boolean {
  const [one, other] = [record.task(first), record.task(second)];
  return (
    one.queuedAt !== undefined && other.queuedAt !== undefined && one.queuedAt > other.queuedAt
  );
}
