import {
  call,
  caught,
  chain,
  counting,
  define,
  evaluate,
  executor,
  give,
  last,
  plain,
  print,
  rejected,
  settled,
  sleep,
  stored,
  then,
  thenable,
  wait,
} from '../build.ts';
import type { Making, Motif } from '../motif.ts';
import type { DrillFunction, Statement } from '../program.ts';
import type { Subject } from '../labels.ts';
import { counter } from './counter.ts';

/** Chains of promises, and how many microtasks their links take. */
export const promiseMotifs: readonly Motif[] = [
  {
    level: 1,
    counts: true,
    against: ['chain-runs-through', 'settled-promise-runs-at-once'],
    make(making) {
      const { random, subjects, level } = making;
      const links = level === 1 ? 2 : 2 + random.below(2);
      return { statements: [counting(subjects.next().noun, links), counter(making, 2)] };
    },
  },
  {
    level: 1,
    against: ['executor-runs-later', 'settled-promise-runs-at-once'],
    make({ random, subjects, level }) {
      const [outside, inside] = [subjects.next(), subjects.next()];
      const reaction = then(print(outside.noun));
      const later = level > 1 && random.chance(0.3);
      const settles = later
        ? random.pick([{ how: 'setImmediate' } as const, { how: 'nextTick' } as const])
        : 'now';
      const promise = executor(settles, print(inside.noun));
      return {
        statements: random.chance(0.4)
          ? [
              define(inside.promise, promise),
              ...(level > 1 ? [print(subjects.next().noun)] : []),
              chain(stored(inside.promise), reaction),
            ]
          : [chain(promise, reaction)],
      };
    },
  },
  {
    level: 2,
    against: ['chain-runs-through'],
    make({ subjects }) {
      const [one, after, other] = [subjects.next(), subjects.next(), subjects.next()];
      return {
        statements: [
          define(one.promise, settled),
          chain(stored(one.promise), then(print(one.noun)), then(print(after.noun))),
          chain(stored(one.promise), then(print(other.noun))),
        ],
      };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['returning-a-promise-is-free', 'chain-runs-through'],
    make: (making) => {
      const { subjects } = making;
      return besideCounting(making, 4, [
        chain(
          settled,
          then(print(subjects.next().noun), give(settled)),
          then(print(subjects.next().noun)),
        ),
      ]);
    },
  },
  {
    level: 4,
    counts: true,
    against: ['thenable-is-free'],
    make: (making) => {
      const { subjects } = making;
      const first = print(subjects.next().noun);
      const value = subjects.next();
      return besideCounting(making, 3, [
        chain(
          settled,
          then(first, give(thenable(value.noun, value.noun))),
          then(print(subjects.next().noun)),
        ),
      ]);
    },
  },
  {
    level: 2,
    // A handler of errors that never come is a decoy.
    highest: 3,
    counts: true,
    against: ['link-without-handler-is-free', 'chain-runs-through'],
    make: (making) => {
      // A label that is never printed would say that its handler is passed over.
      const reached = print(making.subjects.next().noun);
      return besideCounting(making, 2, [chain(settled, caught(), then(reached))]);
    },
  },
  {
    level: 4,
    counts: true,
    against: ['link-without-handler-is-free', 'chain-runs-through'],
    make: (making) => {
      const { subjects } = making;
      const thrown = { do: 'throw', message: subjects.setting.failure.message } as const;
      // What stands between is passed over: it has no line that would say so.
      return besideCounting(making, 3, [
        chain(
          settled,
          then(print(subjects.next().noun), thrown),
          then(give(plain)),
          caught(print(subjects.next().noun)),
        ),
      ]);
    },
  },
  {
    level: 3,
    // How many jobs a `finally` takes is nothing to know by heart.
    highest: 3,
    counts: true,
    against: ['finally-takes-one', 'finally-is-last', 'chain-runs-through'],
    make: (making) => {
      const { subjects } = making;
      return besideCounting(making, 4, [
        chain(settled, last(print(subjects.next().noun)), then(print(subjects.next().noun))),
      ]);
    },
  },
  {
    level: 2,
    counts: true,
    against: ['finally-is-last', 'all-is-free'],
    make: (making) => {
      const { random, subjects } = making;
      const first = random.chance(0.5)
        ? chain(settled, last(print(subjects.next().noun)))
        : chain(
            rejected('Timeout'),
            caught(print(subjects.next().noun)),
            last(print(subjects.next().noun)),
          );
      return { statements: [first, counter(making, 2)] };
    },
  },
  {
    level: 2,
    counts: true,
    against: ['all-is-free'],
    make: (making) => {
      const { subjects } = making;
      const [one, other] = [subjects.next(), subjects.next()];
      const all = { is: 'all', of: [call(one.functionName), call(other.functionName)] } as const;
      return {
        functions: [one, other].map(({ functionName, noun }) => printing(functionName, noun)),
        ...besideCounting(making, 2, [chain(all, then(print(subjects.next().noun)))]),
      };
    },
  },
  {
    level: 2,
    highest: 3,
    against: ['all-in-sequence', 'async-body-runs-later', 'await-blocks'],
    make({ random, subjects }) {
      const [one, other, end] = [subjects.next(), subjects.next(), subjects.next()];
      const [first, second] = random.pick([
        [sleep(50), sleep(50)],
        [plain, plain],
        [settled, plain],
      ]);
      return {
        functions: [
          { name: one.functionName, isAsync: true, body: startAndEnd(one.noun, wait(first)) },
          {
            name: other.functionName,
            isAsync: true,
            body: startAndEnd(other.noun, wait(second)),
          },
        ],
        statements: [
          chain(
            { is: 'all', of: [call(one.functionName), call(other.functionName)] },
            then(print(end.noun)),
          ),
        ],
      };
    },
  },
  {
    level: 4,
    counts: true,
    against: ['all-in-sequence', 'all-is-free', 'async-body-runs-later', 'await-goes-on'],
    make(making) {
      const { random, subjects } = making;
      const [one, other, end] = [subjects.next(), subjects.next(), subjects.next()];
      const body = random.chance(0.5)
        ? startAndEnd(other.noun, wait(plain))
        : [wait(settled), print(other.noun)];
      return {
        functions: [
          {
            name: one.functionName,
            isAsync: true,
            body: startAndEnd(one.noun, wait(random.pick([plain, settled]))),
          },
          { name: other.functionName, isAsync: true, body },
        ],
        ...besideCounting(making, 3, [
          chain(
            { is: 'all', of: random.shuffled([one, other]).map((of) => call(of.functionName)) },
            then(print(end.noun)),
          ),
        ]),
      };
    },
  },
  {
    level: 4,
    counts: true,
    against: ['all-in-sequence', 'await-goes-on', 'await-takes-three', 'all-is-free'],
    make({ random, subjects }) {
      const [first, second, one, other] = Array.from({ length: 4 }, () => subjects.next()) as [
        Subject,
        Subject,
        Subject,
        Subject,
      ];
      const [inTurn, end] = [subjects.next(), subjects.next()];
      const all = { is: 'all', of: [call(one.functionName), call(other.functionName)] } as const;
      return {
        functions: [
          ...[first, second].map(({ functionName, noun }) => printing(functionName, noun)),
          // Four that look alike would be told apart by nothing but their names.
          ...[one, other].map(({ functionName, noun }) => ({
            ...{ name: functionName, isAsync: true, body: [wait(plain), print(noun)] },
          })),
          {
            name: inTurn.functionName,
            isAsync: true,
            body: [
              wait(call(first.functionName)),
              wait(call(second.functionName)),
              print(inTurn.noun),
            ],
          },
        ],
        statements: random.shuffled([
          evaluate(call(inTurn.functionName)),
          chain(all, then(print(end.noun))),
        ]),
      };
    },
  },
  {
    level: 4,
    against: ['race-waits-for-all'],
    make({ random, subjects }) {
      const [slow, quick, end] = [subjects.next(), subjects.next(), subjects.next()];
      const steps = Array.from({ length: 2 + random.below(2) }, (_, at) => [
        wait(at === 0 ? settled : plain),
        print(`${slow.noun} ${at + 1}`),
      ]);
      const waits = random.chance(0.4) ? [wait(plain)] : [];
      const functions = random.shuffled([
        { name: slow.functionName, isAsync: true, body: steps.flat() },
        { name: quick.functionName, isAsync: true, body: [...waits, print(quick.noun)] },
      ]);
      const of = random.shuffled(functions.map(({ name }) => call(name)));
      return { functions, statements: [chain({ is: 'race', of }, then(print(end.noun)))] };
    },
  },
  {
    level: 2,
    // Above, what sleeps only adds a line at the end.
    highest: 3,
    against: ['race-waits-for-all'],
    make({ random, subjects }) {
      const [slow, quick, end] = [subjects.next(), subjects.next(), subjects.next()];
      const waits = random.chance(0.5);
      const functions: readonly DrillFunction[] = random.shuffled([
        {
          name: slow.functionName,
          isAsync: true,
          body: [
            ...(waits ? [print(`${slow.noun} start`)] : []),
            wait(sleep(50)),
            print(waits ? `${slow.noun} end` : slow.noun),
          ],
        },
        printing(quick.functionName, quick.noun),
      ]);
      const of = random.shuffled(functions.map(({ name }) => call(name)));
      return { functions, statements: [chain({ is: 'race', of }, then(print(end.noun)))] };
    },
  },
];

/**
 * A chain that counts microtasks beside the one whose price is the question.
 *
 * @param price in which microtask the other chain prints last: a count as long has a line behind it, so that it
 *   can be told from a higher price
 */
function besideCounting(making: Making, price: number, statements: readonly Statement[]) {
  const { random } = making;
  const isBehind = random.chance(0.7);
  // A count that comes first is one line ahead.
  const counts = counter(making, price + (isBehind ? random.below(2) : 1));
  return { statements: isBehind ? [...statements, counts] : [counts, ...statements] };
}

/** An async function that does nothing but print. */
const printing = (name: string, noun: string): DrillFunction => ({
  name,
  isAsync: true,
  body: [print(noun)],
});

function startAndEnd(noun: string, between: Statement): readonly Statement[] {
  return [print(`${noun} start`), between, print(`${noun} end`)];
}
