import { isSentByOthers, leftBehind } from '../left-behind.ts';
import type { LeftBehind } from '../left-behind.ts';
import { doubtOfRound } from '../rounds.ts';
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
  {
    id: 'whoever-comes-first-takes',
    title: 'What several callbacks take from one place goes to whichever comes first.',
    applies: (pair) => found(pair)?.what === 'taken',
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other } = found(pair) ?? none;
      const facts = `In this run, the first line comes before the second because ${say.callback(one)} took what comes next, such as the next job of a queue. ${say.Callback(other)} takes from the same place in the code.`;
      return pair.isFixed === true
        ? `${facts} ${everyRun}`
        : `${facts} These two need not come in this order in every run, and whichever comes first may take it. The record does not show what they took.`;
    },
    source: 'runToCompletion',
    question: 'single-threaded',
  },
  {
    id: 'round-takes-what-arrives',
    title: 'Each round of a loop prints what has arrived by then.',
    applies: (pair) => isOpen(pair) && doubtOfRound(pair) !== undefined,
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other } = doubtOfRound(pair) ?? none;
      const facts = `The first line was printed by one of several rounds of a loop, which takes what arrives in the order in which it arrives: here because of ${say.callback(one)}, and in a later round because of ${say.callback(other)}.`;
      return pair.isFixed === true
        ? `${facts} ${everyRun}`
        : `${facts} These two need not come in this order in every run, and then a later round, after the second line, may print this one.`;
    },
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'whoever-comes-first-prints',
    title: 'What only one of several callbacks does is done by whichever comes first, or last.',
    applies: (pair) => found(pair)?.what === 'shared',
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other } = found(pair) ?? none;
      const facts = `The code that prints one of these lines can be reached from ${say.callback(one)} and from ${say.callback(other)}, but not each of those that can reach it printed a line there.`;
      return pair.isFixed === true
        ? `${facts} ${everyRun}`
        : `${facts} These two need not come in this order in every run, and then the line may be printed at another place.`;
    },
    source: 'runToCompletion',
    question: 'single-threaded',
  },
  {
    id: 'sent-by-others',
    title: 'What comes from outside of this thread comes in the order in which it was sent.',
    applies: (pair) =>
      isOpen(pair) && pair.lines !== undefined && isSentByOthers(pair.record, pair.lines),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ first }, say) =>
      `Both lines were printed because of what came through ${say.callback(first)}, which delivers it in order. But what sent it, another thread, another process or the operating system, is not recorded, so the record can't tell whether it is sent in this order in every run.`,
    source: 'loop',
    question: 'v8-and-libuv',
  },
];

const everyRun = 'In every run of this program, the lines come in this order.';

const none: LeftBehind = { what: 'functions', one: 0, other: 0, name: '' };

function found(pair: Pair): LeftBehind | undefined {
  const { record, lines, certaintyOf } = pair;
  return isOpen(pair) && lines ? leftBehind(record, lines, certaintyOf) : undefined;
}

/** Not where the callbacks themselves need not come in this order, which says more, or where one of them is the last. */
function isOpen({ record, lines, earlier, later, certaintyOf }: Pair): boolean {
  if (lines === undefined || earlier === 0 || record.callback(later).phase === 'exit') return false;
  if (lines.later.stream === 'exit' || lines.later.stream === 'uncaught') return false;
  return certaintyOf(earlier, later) === 'certain';
}
