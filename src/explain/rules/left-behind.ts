import { leftBehind } from '../left-behind.ts';
import type { LeftBehind } from '../left-behind.ts';
import type { Pair, Rule } from '../rule.ts';

/** What callbacks left behind in another order than they always come in: functions for later, or values. */
export const leftBehindRules: readonly Rule[] = [
  {
    id: 'functions-from-several',
    title: 'Functions that wait in one place are called in the order in which they got there.',
    applies: (pair) => found(pair)?.what === 'functions',
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other, name } = found(pair) ?? none;
      const facts = `${say.Callback(one)} left the function that printed the first line with \`${name}\`, and ${say.callback(other)} the one that printed the second. Such functions are called later, one after the other, as a rule in the order in which they got there.`;
      return pair.isFixed === true
        ? `${facts} ${everyRun}`
        : `${facts} But those two callbacks need not come in this order in every run.`;
    },
    source: 'emit',
    question: 'event-emitter',
  },
  {
    id: 'values-left-by-several',
    title: 'What is read from a variable is what other callbacks left there.',
    applies: (pair) => found(pair)?.what === 'values',
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other, name } = found(pair) ?? none;
      const changed = `Both lines print something of \`${name}\`, which ${say.callback(one)} and ${say.callback(other)} may have changed.`;
      return pair.isFixed === true
        ? `${changed} ${everyRun}`
        : `${changed} These two need not come in this order in every run, and then the lines may print other values. The record does not show what they left.`;
    },
    source: 'runToCompletion',
    question: 'single-threaded',
  },
];

const everyRun = 'In every run of this program, the lines come in this order.';

const none: LeftBehind = { what: 'functions', one: 0, other: 0, name: '' };

function found({ record, lines, earlier, later, certaintyOf }: Pair): LeftBehind | undefined {
  if (lines === undefined || later === 0 || record.callback(later).phase === 'exit')
    return undefined;
  if (lines.later.stream === 'exit' || lines.later.stream === 'uncaught') return undefined;
  // Where the callbacks themselves need not come in this order, that says more.
  if (earlier === 0 || certaintyOf(earlier, later) !== 'certain') return undefined;
  return leftBehind(record, lines, certaintyOf);
}
